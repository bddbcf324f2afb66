import type { Place } from '@/lib/topology/at'
import type { Entity } from '@/lib/topology/model/entity'
import type { Field } from '@/lib/topology/model/field'
import { fieldKindOf, fieldsAt } from './fields'
import { insertItems } from './lists'

/** The fields of an entity that may travel: its own but its secrets, and what every entity has. */
export function pickableFields(entity: Entity): readonly Field[] {
  const own = entity.fields.filter(({ type }) => type !== 'secret').map(travelling)
  return [
    { name: 'id', type: 'uuid' },
    { name: `${entity.name}_id`, type: 'reference', entity: entity.id },
    ...own,
    { name: 'version', type: 'integer' },
    { name: 'created_at', type: 'datetime' },
    { name: 'updated_at', type: 'datetime' },
  ]
}

/** Copies fields of an entity to the end of a list of fields, as one undo step; those that are there stay. */
export function takeFields(place: Place, entity: Entity, names: ReadonlySet<string>): void {
  const there = fieldsAt(place)
  const taken = new Set(there.map(({ name }) => name))
  const added = pickableFields(entity)
    .filter(({ name }) => names.has(name) && !taken.has(name))
    // Objects have no references: what refers is an id there.
    .map((field) => (fieldKindOf(place) === 'object' ? withoutReference(field) : field))
  insertItems(place, there.length, added)
}

/** Without what only a column has. */
function travelling(field: Field): Field {
  const { unique: _, indexed: __, default: ___, ...rest } = field
  if (rest.type !== 'reference') return rest as Field
  const { onDelete: ____, ...reference } = rest
  return reference as Field
}

function withoutReference(field: Field): Field {
  const { name, optional, label } = field
  if (field.type !== 'reference') return field
  return { name, type: 'uuid', ...(optional ? { optional } : {}), ...(label ? { label } : {}) }
}
