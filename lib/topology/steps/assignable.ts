/** What may be given where: the one table of which type of value fits which. */
import { isDate, isDatetime, isEmail, isUuid } from '../constant-forms'
import { readExact } from '../exact'
import type { FieldType, ObjectField } from '../model/field'
import type { Constant } from '../model/value'
import { plainType, type ValueType } from './value-type'

/** Why a value does not fit: its type, a constant of another form, or that it may be missing. */
export type Misfit = 'type' | 'constant' | 'missing' | 'secret'

/** Whether a value of one type may be given where the other is wanted. */
export function isAssignable(from: ValueType, to: ValueType): boolean {
  return misfit(from, to) === undefined
}

/** Why a value of one type may not be given where the other is wanted; undefined where it may. */
export function misfit(from: ValueType, to: ValueType): Misfit | undefined {
  if (from.is === 'unknown' || to.is === 'unknown') return undefined
  if (from.is === 'constant') return misfitOfConstant(from.constant, to)
  if (!fits(from, to)) return to.is === 'plain' && to.type.type === 'secret' ? 'secret' : 'type'
  return from.optional && !to.optional ? 'missing' : undefined
}

function misfitOfConstant(constant: Constant, to: ValueType): Misfit | undefined {
  if (constant === null) return to.optional ? undefined : 'missing'
  if (to.is !== 'plain') return 'type'
  if (to.type.type === 'secret') return 'secret'
  return holdsConstant(to.type, constant) ? undefined : 'constant'
}

function fits(from: ValueType, to: ValueType): boolean {
  if (to.is === 'plain' && to.type.type === 'json') return from.is !== 'plain' || !hasSecret(from.type)
  if (from.is === 'plain' && to.is === 'plain') return fitsField(from.type, to.type)
  if (from.is === 'entity' && to.is === 'entity') return from.entity === to.entity
  return from.is === 'entities' && to.is === 'entities' && from.entity === to.entity
}

const TEXTS: ReadonlySet<FieldType['type']> = new Set(['string', 'text'])
const WORDS: ReadonlySet<FieldType['type']> = new Set(['string', 'text', 'email', 'enum'])

/** The table for the types of fields. */
function fitsField(from: FieldType, to: FieldType): boolean {
  if (to.type === 'json') return !hasSecret(from)
  if (to.type === 'secret') return from.type === 'secret' || TEXTS.has(from.type)
  if (TEXTS.has(to.type)) return WORDS.has(from.type)
  switch (to.type) {
    case 'decimal':
      return from.type === 'decimal' || from.type === 'integer'
    case 'uuid':
      return from.type === 'uuid' || from.type === 'reference'
    case 'reference':
      return from.type === 'uuid' || (from.type === 'reference' && from.entity === to.entity)
    case 'enum':
      return from.type === 'enum' && from.values.every(({ name }) => hasValue(to, name))
    case 'list':
      return from.type === 'list' && fitsField(from.of, to.of)
    case 'object':
      return from.type === 'object' && to.fields.every((field) => offersField(from.fields, field))
    default:
      return from.type === to.type
  }
}

function offersField(fields: readonly ObjectField[], wanted: ObjectField): boolean {
  const field = fields.find(({ name }) => name === wanted.name)
  if (!field) return wanted.optional === true
  return isAssignable(plainType(field, field.optional), plainType(wanted, wanted.optional))
}

function hasValue({ values }: Extract<FieldType, { type: 'enum' }>, value: Constant): boolean {
  return values.some(({ name }) => name === value)
}

/** Whether a type is a secret or holds one: what is secret can be stored, but shown nowhere. */
export function hasSecret(type: FieldType): boolean {
  if (type.type === 'list') return hasSecret(type.of)
  return type.type === 'object' ? type.fields.some(hasSecret) : type.type === 'secret'
}

/** Whether a constant can be a value of this type: of its kind and form, whatever the limits. */
export function holdsConstant(type: FieldType, constant: Constant): boolean {
  if (typeof constant === 'boolean') return type.type === 'boolean' || type.type === 'json'
  if (typeof constant === 'number') return holdsNumber(type, constant)
  if (constant === null) return false
  switch (type.type) {
    case 'string':
    case 'text':
    case 'json':
      return true
    case 'enum':
      return hasValue(type, constant)
    case 'decimal':
      return readExact(constant) !== undefined
    case 'email':
      return isEmail(constant)
    case 'date':
      return isDate(constant)
    case 'datetime':
      return isDatetime(constant)
    case 'uuid':
    case 'reference':
      return isUuid(constant)
    default:
      return false
  }
}

function holdsNumber({ type }: FieldType, constant: number): boolean {
  if (type === 'integer') return Number.isSafeInteger(constant)
  return type === 'json' || (type === 'decimal' && readExact(constant) !== undefined)
}
