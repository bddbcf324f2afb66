/**
 * The types of values in steps: those of fields, and besides them the things that only steps know: a stored entity,
 * a found list of entities, a constant that fits several types. Sizes and ranges are no part of a type here; the API
 * that receives a value checks them.
 */
import { isDefaultOf } from '../default-value'
import type { Entity } from '../model/entity'
import type { Field, FieldType, ObjectField } from '../model/field'
import type { Constant } from '../model/value'

type Shape =
  | { readonly is: 'plain'; readonly type: FieldType }
  /** One stored entity, by its id. */
  | { readonly is: 'entity'; readonly entity: string }
  /** A found list of one entity. */
  | { readonly is: 'entities'; readonly entity: string }
  /** A constant is of every type that can hold it. */
  | { readonly is: 'constant'; readonly constant: Constant }
  /** What names something that is not there; told once, it fits everywhere else. */
  | { readonly is: 'unknown' }

/** What a value is; `optional` says that it may be missing. */
export type ValueType = Shape & { readonly optional?: boolean }

/** A field as far as values are concerned. */
export type TypedField = ObjectField

export const UNKNOWN: ValueType = { is: 'unknown' }

/** The type of a field's values. */
export function plainType(type: FieldType, optional?: boolean): ValueType {
  return optional ? { is: 'plain', type, optional } : { is: 'plain', type }
}

/** An object of these fields. */
export function objectType(fields: readonly TypedField[]): ValueType {
  return plainType({ type: 'object', fields })
}

/** The same type, whatever it says of missing values. */
export function required(type: ValueType): ValueType {
  if (!type.optional) return type
  const { optional: _, ...rest } = type
  return rest
}

/** The same type of a value that may be missing. */
export function optional(type: ValueType): ValueType {
  return type.optional || type.is === 'unknown' ? type : { ...type, optional: true }
}

const originals = new WeakMap<TypedField, TypedField>()

/** A field with other facts that remembers which field of the design it is. */
export function variantOf(
  field: TypedField,
  change: { readonly name?: string; readonly optional?: boolean },
): TypedField {
  const variant = { ...field, ...change }
  originals.set(variant, originalOf(field))
  return variant
}

/** The field of the design that this one stands for. */
export function originalOf(field: TypedField): TypedField {
  return originals.get(field) ?? field
}

const known = new WeakMap<Entity, readonly TypedField[]>()

/** Every field that can be read of a stored entity, but for its secrets: id, its own, version and times. */
export function readableFields(entity: Entity): readonly TypedField[] {
  const fields = known.get(entity) ?? [
    { name: 'id', type: 'reference', entity: entity.id },
    ...entity.fields.filter(({ type }) => type !== 'secret'),
    { name: 'version', type: 'integer' },
    { name: 'created_at', type: 'datetime' },
    { name: 'updated_at', type: 'datetime' },
  ]
  known.set(entity, fields)
  return fields
}

/** Whether a new row must be given this field; a default that cannot be stored is none. */
export function isNeeded(field: TypedField & Pick<Field, 'unique' | 'default'>): boolean {
  if (field.optional) return false
  return field.default === undefined || Boolean(field.unique) || !isDefaultOf(field, field.default)
}
