import type { Project, Service } from '../../project'
import { dataApiFacts, entityThing } from '../data-api/view'
import type { KindView } from '../generated-kind'
import { documentView } from './document-view'

/** What the templates of a data API of MongoDB see. */
export function view(service: Service, project: Project): KindView {
  return {
    service: dataApiFacts(service, project),
    each: {
      entity: service.entities.map((entity) =>
        entityThing(entity, service, { document: documentView(entity) }),
      ),
    },
  }
}
