import { screamingCase } from '@/lib/topology/naming'
import { hasMessages } from '../../parts'
import type { Entity, Field, Project, Service } from '../../project'
import { serviceFacts } from '../../service-view'
import type { KindView, Thing } from '../generated-kind'
import { dtoView } from './dto-view'
import { filterView, searchView } from './filter-view'
import { sampleView } from './sample-view'
import { tableView } from './table-view'

/** What the templates of a data API see. */
export function view(service: Service, project: Project): KindView {
  const tables = service.tables.map(migratedTable)
  return {
    service: {
      ...serviceFacts(service),
      callers: service.callers.map(({ service: name, access }) => ({
        name,
        access,
        variable: `${screamingCase(name)}_TOKEN`,
        /** Long enough, and different for every caller. */
        token: `a-token-of-${name}-for-tests-only`,
      })),
      entities: service.entities.map(brief),
      takesUnits: service.takesUnits,
      searched: service.searched.map(brief),
      /** Whether callers have the client of units, which goes with the messages. */
      hasMessages: hasMessages(project),
      hasReferences: service.entities.some(({ fields }) =>
        fields.some(({ type }) => type.type === 'reference'),
      ),
      tables,
      droppedTables: tables.toReversed(),
      deferredKeys: tables.flatMap((table) =>
        table.deferredKeys.map((key) => ({ ...key, table: table.plural })),
      ),
    },
    each: { entity: service.entities.map((entity) => thing(entity, service)) },
  }
}

function migratedTable(entity: Entity) {
  return { ...brief(entity), ...tableView(entity) }
}

function thing(entity: Entity, { name: service, searched }: Service): Thing {
  const table = tableView(entity)
  return {
    names: { entity: entity.name },
    view: {
      ...brief(entity),
      data: dtoView(entity, service),
      table: { ...table, hasFields: entity.fields.length > 0 },
      ...filterView(entity, service),
      search: searched.some(({ name }) => name === entity.name) ? searchView(entity, service) : null,
      sample: sampleView(entity),
    },
    origin: entity.origin,
  }
}

function brief(entity: Entity) {
  return {
    name: entity.name,
    plural: entity.plural,
    className: entity.className,
    path: entity.path,
    tag: entity.path.slice(1),
    constant: screamingCase(entity.name),
    tableConstant: screamingCase(entity.plural),
    labels: entity.fields.flatMap(labelOf),
  }
}

function labelOf({ name, label }: Field): readonly { readonly field: string; readonly label: string }[] {
  return label === null ? [] : [{ field: name, label }]
}
