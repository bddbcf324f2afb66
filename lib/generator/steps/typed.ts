import type { Constant } from '@/lib/topology/model/value'
import type { Entity, FieldType, ObjectField } from '../project'

/** What a value in steps is: like the types of fields, and what only steps know. */
export type Typed =
  | { readonly is: 'plain'; readonly type: FieldType; readonly optional: boolean }
  | { readonly is: 'entity'; readonly entity: Entity; readonly optional: boolean }
  | { readonly is: 'entities'; readonly entity: Entity; readonly optional: boolean }
  | { readonly is: 'constant'; readonly constant: Constant; readonly optional: boolean }

export function plain(type: FieldType, optional = false): Typed {
  return { is: 'plain', type, optional }
}

export const UUID: FieldType = { type: 'uuid' }
export const MOMENT: FieldType = { type: 'datetime' }
export const DAY: FieldType = { type: 'date' }
export const INTEGER: FieldType = { type: 'integer', min: '', max: '' }
export const TEXT: FieldType = { type: 'text', minLength: 0, maxLength: 0, pattern: null }

/** A decimal as it comes out of a calculation, with so many digits after the point. */
export function decimal(scale: number): FieldType {
  return { type: 'decimal', precision: 38, scale, min: null, max: null }
}

const field = (name: string, type: FieldType): ObjectField => ({ name, type, required: true, label: null })
const IMPLICIT: readonly ObjectField[] = [
  field('id', UUID),
  field('version', INTEGER),
  field('created_at', MOMENT),
  field('updated_at', MOMENT),
]

/** What can be read of a value by name. */
export function fieldsOf(typed: Typed): readonly ObjectField[] {
  if (typed.is === 'entity') return [...IMPLICIT, ...typed.entity.fields]
  if (typed.is === 'plain' && typed.type.type === 'object') return typed.type.fields
  return []
}
