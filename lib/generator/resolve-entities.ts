import { filtersOf } from '@/lib/topology/filters'
import type { Lookup } from '@/lib/topology/lookup'
import type { Entity as DrawnEntity } from '@/lib/topology/model/entity'
import { entityPath, serviceName } from '@/lib/topology/naming'
import { namesOf } from './entity-names'
import type { Entity, Field, Filter } from './project'
import { resolveFields, type Surroundings } from './resolve-fields'
import { tableOrder } from './table-order'
import { textIn } from './wording'

/** Every entity of a design, resolved, by its id, in the order in which tables can be made. */
export function resolveEntities(look: Lookup): ReadonlyMap<string, Entity> {
  const order = tableOrder(look.topology.entities)
  const place = new Map(order.map((entity, index) => [entity.id, index]))
  return new Map(
    order.map((entity, index) => [
      entity.id,
      resolveEntity(entity, look, {
        locale: look.topology.project.locale,
        entity: (id) => look.entity(id),
        isLater: (id) => (place.get(id) ?? 0) > index,
      }),
    ]),
  )
}

function resolveEntity(entity: DrawnEntity, look: Lookup, known: Surroundings): Entity {
  const owner = look.service(entity.owner)
  const text = (label: Parameters<typeof textIn>[1]) => textIn(known.locale, label)
  const fields = resolveFields({ ...entity, home: `domain.value_objects.${entity.name}` }, known)
  return {
    ...namesOf(entity),
    path: entityPath(entity),
    service: owner ? serviceName(look.topology.project, owner) : '',
    labels: {
      one: text(entity.labels?.one),
      many: text(entity.labels?.many),
      genitive: text(entity.labels?.genitive),
    },
    fields,
    filters: resolveFilters(entity, fields),
    indexes: (entity.indexes ?? []).map(({ fields, unique }) => ({ fields, unique: unique ?? false })),
    origin: { part: 'entity', id: entity.id },
  }
}

function resolveFilters(entity: DrawnEntity, fields: readonly Field[]): readonly Filter[] {
  const byName = new Map(fields.map((field) => [field.name, field]))
  return filtersOf(entity).flatMap(({ parameter, field: { name }, compare }) => {
    const field = byName.get(name)
    return field ? [{ parameter, field, compare }] : []
  })
}
