import type { Locale } from '@/lib/topology/model/basics'
import { screamingCase } from '@/lib/topology/naming'
import { hasMessages } from '../../parts'
import type { Entity, Field, Project, Service } from '../../project'
import { serviceFacts } from '../../service-view'
import {
  entityGroup,
  entityLabel,
  GROUPS,
  OPERATION_SUMMARIES,
  OTHER_SUMMARIES,
} from '../../wording-operations'
import type { Thing } from '../generated-kind'
import { dtoView } from './dto-view'
import { filterView, searchView } from './filter-view'
import { sampleView } from './sample-view'

/** What the templates of every data API see as `service`, whatever it keeps its rows in. */
export function dataApiFacts(service: Service, project: Project) {
  return {
    ...serviceFacts(service),
    callers: service.callers.map(({ service: name, access }) => ({
      name,
      access,
      variable: `${screamingCase(name)}_TOKEN`,
      /** Long enough, and different for every caller. */
      token: `a-token-of-${name}-for-tests-only`,
    })),
    engine: service.engine ?? '',
    database: service.engine === 'mongo' ? 'MongoDB' : 'PostgreSQL',
    isPostgres: service.engine === 'postgres',
    /** A unit writes one document, together with its messages. */
    isMongo: service.engine === 'mongo',
    entities: service.entities.map(brief),
    takesUnits: service.takesUnits,
    summaries: summaries(service, project.locale),
    searched: service.searched.map(brief),
    /** Whether callers have the client of units, which goes with the messages. */
    hasMessages: hasMessages(project),
    hasReferences: service.entities.some(({ fields }) =>
      fields.some(({ type }) => type.type === 'reference'),
    ),
  }
}

/** What the operations of a data API are called, those that it has. */
function summaries({ searched, takesUnits }: Service, locale: Locale) {
  const { search, commitUnit, leaseMessages, acknowledgeMessages } = OTHER_SUMMARIES
  const texts = {
    ...OPERATION_SUMMARIES,
    ...(searched.length > 0 && { search }),
    ...(takesUnits && {
      units: GROUPS.units,
      outbox: GROUPS.outbox,
      commit_unit: commitUnit,
      lease_messages: leaseMessages,
      acknowledge_messages: acknowledgeMessages,
    }),
  }
  return Object.entries(texts).map(([name, text]) => ({ name: screamingCase(name), text: text[locale] }))
}

/** An entity for the templates that are filled once for each; with what the database adds to it. */
export function entityThing(entity: Entity, { name: service, searched }: Service, more: object): Thing {
  return {
    names: { entity: entity.name },
    view: {
      ...brief(entity),
      data: dtoView(entity, service),
      ...filterView(entity, service),
      search: searched.some(({ name }) => name === entity.name) ? searchView(entity, service) : null,
      sample: sampleView(entity),
      ...more,
    },
    origin: entity.origin,
  }
}

export function brief(entity: Entity) {
  return {
    name: entity.name,
    plural: entity.plural,
    className: entity.className,
    path: entity.path,
    label: entityLabel(entity),
    group: entityGroup(entity),
    constant: screamingCase(entity.name),
    tableConstant: screamingCase(entity.plural),
    labels: entity.fields.flatMap(labelOf),
  }
}

function labelOf({ name, label }: Field): readonly { readonly field: string; readonly label: string }[] {
  return label === null ? [] : [{ field: name, label }]
}
