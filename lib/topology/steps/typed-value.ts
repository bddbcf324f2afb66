/** The type of a value in a scope, and everything that is wrong with it, at the very part of it. */
import { isName } from '../identifiers'
import type { FieldType } from '../model/field'
import type { Value } from '../model/value'
import { keyOf, type Scope } from './scope'
import { faultsOfText } from './text-value'
import type { ValueFault, ValueFaultCode } from './value-fault'
import {
  objectType,
  optional,
  originalOf,
  plainType,
  readableFields,
  required,
  type TypedField,
  UNKNOWN,
  type ValueType,
} from './value-type'

export interface TypedValue {
  readonly type: ValueType
  readonly faults: readonly ValueFault[]
}

const DATE: ValueType = plainType({ type: 'date' })
const DATETIME: ValueType = plainType({ type: 'datetime' })
const UUID: ValueType = plainType({ type: 'uuid' })
const TEXT: ValueType = plainType({ type: 'text' })
const INTEGER: ValueType = plainType({ type: 'integer' })

/** The type of a value; unknown where something is wrong with it. */
export function typeOfValue(scope: Scope, value: Value): ValueType {
  return judgeValue(scope, value).type
}

/** The type of a value, and what is wrong with it. */
export function judgeValue(scope: Scope, value: Value): TypedValue {
  switch (value.value) {
    case 'constant':
      return good({ is: 'constant', constant: value.constant })
    case 'now':
      return good(DATETIME)
    case 'today':
      return good(DATE)
    case 'new_id':
      return good(UUID)
    case 'text':
      return { type: TEXT, faults: [...faultsOfText(value), ...judgePlaces(scope, value.places)] }
    case 'arithmetic':
      return arithmetic(scope, value)
    case 'shift':
      return shift(scope, value)
    case 'count':
      return listNamed(scope, value.of)
        ? good(INTEGER)
        : bad({ path: ['of'], code: 'no-list', name: value.of })
    case 'sum':
      return sum(scope, value)
    case 'result': {
      const result = scope.results.get(value.name)
      if (!result) return bad({ path: ['name'], code: 'unknown-result', name: value.name })
      return follow(scope, value, result.type)
    }
    default: {
      const source = scope.sources[value.value]
      return source
        ? follow(scope, value, source)
        : bad({ path: ['value'], code: 'no-source', name: value.value })
    }
  }
}

const good = (type: ValueType): TypedValue => ({ type, faults: [] })
const bad = (...faults: readonly ValueFault[]): TypedValue => ({ type: UNKNOWN, faults })

type Read = Extract<Value, { readonly path: readonly string[] }>

/** Goes down a path from what it starts at. */
function follow(scope: Scope, value: Read, start: ValueType): TypedValue {
  let type = settled(scope, value, 0, start)
  for (const [index, name] of value.path.entries()) {
    if (type.is === 'unknown') return good(type)
    const inner = fieldIn(scope, type, name)
    if (typeof inner === 'string') return bad({ path: ['path', index], code: inner, name })
    type = settled(scope, value, index + 1, type.optional ? optional(inner) : inner)
  }
  return good(type)
}

/** The type without its doubt where the value was required to be set. */
function settled(scope: Scope, value: Read, length: number, type: ValueType): ValueType {
  return type.optional && scope.known.has(keyOf(value, length) ?? '') ? required(type) : type
}

function fieldIn(
  scope: Scope,
  type: ValueType,
  name: string,
): ValueType | 'unknown-field' | 'no-fields' | 'secret' {
  if (type.is === 'entity') {
    const entity = scope.reader.entity(type.entity)
    if (!entity) return UNKNOWN
    if (entity.fields.some((field) => field.name === name && field.type === 'secret')) return 'secret'
    return fieldIn(scope, objectType(readableFields(entity)), name)
  }
  if (type.is !== 'plain' || type.type.type !== 'object') return 'no-fields'
  const field = type.type.fields.find((one) => one.name === name)
  return field ? plainType(field, field.optional) : 'unknown-field'
}

/** The fields of the design that a value's path goes through; undefined where it leads nowhere or to no field. */
export function fieldsAlong(scope: Scope, value: Value): readonly (TypedField | undefined)[] {
  if (!('path' in value)) return []
  let type: ValueType | undefined =
    value.value === 'result' ? scope.results.get(value.name)?.type : scope.sources[value.value]
  return value.path.map((name) => {
    const field: TypedField | undefined = fieldsIn(scope, type).find((one) => one.name === name)
    type = field && plainType(field)
    return field && originalOf(field)
  })
}

function fieldsIn(scope: Scope, type: ValueType | undefined): readonly TypedField[] {
  if (type?.is === 'plain') return type.type.type === 'object' ? type.type.fields : []
  const entity = type?.is === 'entity' ? scope.reader.entity(type.entity) : undefined
  return entity ? readableFields(entity) : []
}

function listNamed(scope: Scope, name: string): string | undefined {
  const type = scope.results.get(name)?.type
  return type?.is === 'entities' ? type.entity : undefined
}

type NumberType = Extract<FieldType, { type: 'integer' | 'decimal' }>

function sum(scope: Scope, { of, field }: Extract<Value, { value: 'sum' }>): TypedValue {
  const list = listNamed(scope, of)
  if (list === undefined) return bad({ path: ['of'], code: 'no-list', name: of })
  const entity = scope.reader.entity(list)
  const summed = entity && readableFields(entity).find(({ name }) => name === field)
  if (!entity) return good(UNKNOWN)
  if (!summed) return bad({ path: ['field'], code: 'unknown-field', name: field })
  if (summed.type !== 'integer' && summed.type !== 'decimal')
    return bad({ path: ['field'], code: 'no-sum', name: field })
  return good(plainType(summed.type === 'integer' ? { type: 'integer' } : wide(summed.scale)))
}

/** A decimal as it comes out of a calculation: limits are a matter of who receives it. */
function wide(scale: number): NumberType {
  return { type: 'decimal', precision: 38, scale }
}

function arithmetic(scope: Scope, value: Extract<Value, { value: 'arithmetic' }>): TypedValue {
  const [left, right] = [operand(scope, value.left, 'left'), operand(scope, value.right, 'right')]
  const faults = [...left.faults, ...right.faults]
  if (!left.number || !right.number) return { type: UNKNOWN, faults }
  const scales = [scaleOf(left.number), scaleOf(right.number)] as const
  if (left.number.type === 'integer' && right.number.type === 'integer') return { type: INTEGER, faults }
  const scale = value.operator === '*' ? scales[0] + scales[1] : Math.max(...scales)
  return { type: plainType(wide(scale)), faults }
}

const scaleOf = (type: NumberType) => (type.type === 'decimal' ? type.scale : 0)

function operand(scope: Scope, value: Value, side: 'left' | 'right') {
  const { type, faults } = judgeValue(scope, value)
  const inside = faults.map((fault) => ({ ...fault, path: [side, ...fault.path] }))
  if (type.is === 'unknown') return { number: undefined, faults: inside }
  const number = numberOf(type)
  if (!number) return { number, faults: [...inside, at(side, 'no-number')] }
  return { number, faults: type.optional ? [...inside, at(side, 'may-be-missing')] : inside }
}

const at = (side: string, code: ValueFaultCode): ValueFault => ({ path: [side], code })

function numberOf(type: ValueType): NumberType | undefined {
  if (type.is === 'plain' && (type.type.type === 'integer' || type.type.type === 'decimal')) return type.type
  if (type.is !== 'constant' || typeof type.constant !== 'number') return undefined
  if (Number.isSafeInteger(type.constant)) return { type: 'integer' }
  const [, places = ''] = String(type.constant).split('.')
  return /^\d+$/.test(places) ? wide(places.length) : undefined
}

function shift(scope: Scope, value: Extract<Value, { value: 'shift' }>): TypedValue {
  const { type, faults } = judgeValue(scope, value.date)
  const inside = faults.map((fault) => ({ ...fault, path: ['date', ...fault.path] }))
  if (type.is === 'unknown') return { type, faults: inside }
  const kind = type.is === 'plain' ? type.type.type : undefined
  if (kind !== 'date' && kind !== 'datetime')
    return { type: UNKNOWN, faults: [...inside, at('date', 'no-date')] }
  const missing = type.optional ? [at('date', 'may-be-missing')] : []
  const hours = kind === 'date' && value.unit !== 'days' ? [at('unit', 'no-hours')] : []
  return { type: kind === 'date' ? DATE : DATETIME, faults: [...inside, ...missing, ...hours] }
}

/** Types that a text shows as a person would write them. */
const PRINTED: ReadonlySet<FieldType['type']> = new Set([
  'string',
  'text',
  'integer',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'uuid',
  'email',
  'enum',
  'reference',
])

function* judgePlaces(
  scope: Scope,
  places: Extract<Value, { value: 'text' }>['places'],
): Generator<ValueFault> {
  for (const [index, { name, value }] of places.entries()) {
    const path = ['places', index, 'value']
    const { type, faults } = judgeValue(scope, value)
    for (const fault of faults) yield { ...fault, path: [...path, ...fault.path] }
    if (!isName(name)) yield { path: ['places', index, 'name'], code: 'place-name', name }
    if (type.is === 'unknown') continue
    const isShown = type.is === 'plain' ? PRINTED.has(type.type.type) : type.is === 'constant'
    if (!isShown || (type.is === 'constant' && type.constant === null)) yield { path, code: 'no-words', name }
    else if (type.optional) yield { path, code: 'may-be-missing', name }
  }
}
