/** Which fields of an entity steps may use, and for what. */
import type { Entity } from '../model/entity'
import type { FieldType } from '../model/field'
import { isIndexed } from '../naming'
import { readableFields, type TypedField } from './value-type'

/** The field that every entity can be loaded by. */
export const ID = 'id'

/** Fields that `load` may use: the id, and what is unique. */
export function loadableFields(entity: Entity): readonly TypedField[] {
  return readableFields(entity).filter(({ name }) => name === ID || isUnique(entity, name))
}

/** Fields that `upsert` may use: what is unique besides the id. */
export function upsertableFields(entity: Entity): readonly TypedField[] {
  return readableFields(entity).filter(({ name }) => isUnique(entity, name))
}

/** Fields that `find` may ask for and order by: what is indexed, and the time of creation. */
export function findableFields(entity: Entity): readonly TypedField[] {
  const indexed = new Set(entity.fields.filter(isIndexed).map(({ name }) => name))
  return readableFields(entity).filter(
    ({ name, type }) => (indexed.has(name) || name === 'created_at') && !UNSEARCHABLE.has(type),
  )
}

const UNSEARCHABLE: ReadonlySet<FieldType['type']> = new Set(['json', 'list', 'object'])

/** Unique by its own mark, or by an index of its own. */
function isUnique({ fields, indexes = [] }: Entity, name: string): boolean {
  if (fields.some((field) => field.name === name && field.unique)) return true
  return indexes.some((index) => index.unique && index.fields.length === 1 && index.fields[0] === name)
}
