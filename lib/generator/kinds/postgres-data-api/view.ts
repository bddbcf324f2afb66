import type { Entity, Project, Service } from '../../project'
import { brief, dataApiFacts, entityThing } from '../data-api/view'
import type { KindView } from '../generated-kind'
import { tableView } from './table-view'

/** What the templates of a data API of PostgreSQL see. */
export function view(service: Service, project: Project): KindView {
  const tables = service.tables.map(migratedTable)
  return {
    service: {
      ...dataApiFacts(service, project),
      tables,
      droppedTables: tables.toReversed(),
      deferredKeys: tables.flatMap((table) =>
        table.deferredKeys.map((key) => ({ ...key, table: table.plural })),
      ),
    },
    each: {
      entity: service.entities.map((entity) =>
        entityThing(entity, service, {
          table: { ...tableView(entity), hasFields: entity.fields.length > 0 },
        }),
      ),
    },
  }
}

function migratedTable(entity: Entity) {
  return { ...brief(entity), ...tableView(entity) }
}
