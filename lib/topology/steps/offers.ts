/** What a picker offers: every value that can be named in a scope, the likeliest first. */
import type { FieldType } from '../model/field'
import type { Value } from '../model/value'
import { isAssignable } from './assignable'
import type { Scope, Source } from './scope'
import { typeOfValue } from './typed-value'
import { plainType, readableFields, type TypedField, type ValueType } from './value-type'

/** A value that can be named, with its type. */
export interface Offer {
  readonly value: Value
  readonly type: ValueType
  /** As steps name it: `user.email`, `input.amount`, `now`. */
  readonly name: string
}

const SOURCES: readonly Source[] = ['item', 'input', 'message', 'sender', 'caller']
/** Paths go this deep into objects; a person types what lies deeper. */
const DEEPEST = 3

/**
 * All values that can be named in a scope; where a type is wanted, those that fit it. Values called like the wanted
 * field come first, then those of the very type, then what came last in the list.
 */
export function valuesIn(scope: Scope, wanted?: ValueType, name?: string): readonly Offer[] {
  const offers = [...everything(scope, wanted)]
  if (!wanted) return offers
  const fitting = offers.filter(({ type }) => isAssignable(type, wanted))
  const ranked = fitting.map((offer, index) => ({ offer, index, rank: rankOf(offer, wanted, name) }))
  ranked.sort((a, b) => a.rank - b.rank || a.index - b.index)
  return ranked.map(({ offer }) => offer)
}

function* everything(scope: Scope, wanted: ValueType | undefined): Generator<Offer> {
  const bare = SOURCES.filter((source) => scope.sources[source])
  for (const source of bare.slice(0, 1)) yield* reading(scope, { value: source, path: [] })
  for (const result of [...scope.results.keys()].reverse()) {
    yield* reading(scope, { value: 'result', name: result, path: [] })
    yield* counted(scope, result)
  }
  for (const source of bare.slice(1)) yield* reading(scope, { value: source, path: [] })
  for (const value of ['now', 'today', 'new_id'] as const) yield offer(scope, { value })
  if (wanted?.is === 'plain') yield* constants(scope, wanted.type)
}

function offer(scope: Scope, value: Value): Offer {
  return { value, type: typeOfValue(scope, value), name: nameOfValue(value) }
}

type Read = Extract<Value, { readonly path: readonly string[] }>

/** A value and what can be read inside it. */
function* reading(scope: Scope, value: Read): Generator<Offer> {
  const found = offer(scope, value)
  // The input as a whole, like a message, is no value of its own.
  if (value.path.length > 0 || value.value === 'result' || value.value === 'item') yield found
  if (value.path.length >= DEEPEST) return
  for (const { name } of fieldsOf(scope, found.type))
    yield* reading(scope, { ...value, path: [...value.path, name] })
}

function fieldsOf({ reader }: Scope, type: ValueType): readonly TypedField[] {
  if (type.is === 'plain') return type.type.type === 'object' ? type.type.fields : []
  const entity = type.is === 'entity' ? reader.entity(type.entity) : undefined
  return entity ? readableFields(entity) : []
}

function* counted(scope: Scope, result: string): Generator<Offer> {
  const type = scope.results.get(result)?.type
  if (type?.is !== 'entities') return
  yield offer(scope, { value: 'count', of: result })
  const entity = scope.reader.entity(type.entity)
  for (const { name, type } of entity ? readableFields(entity) : []) {
    const isNumber = type === 'integer' || type === 'decimal'
    if (isNumber && name !== 'version') yield offer(scope, { value: 'sum', of: result, field: name })
  }
}

function* constants(scope: Scope, { type, ...facts }: FieldType): Generator<Offer> {
  if (type === 'boolean')
    for (const constant of [true, false]) yield offer(scope, { value: 'constant', constant })
  if (!('values' in facts)) return
  for (const { name } of facts.values) yield offer(scope, { value: 'constant', constant: name })
}

function rankOf({ value, type, name }: Offer, wanted: ValueType, called: string | undefined): number {
  const isSame = type.is === 'plain' && wanted.is === 'plain' && sameType(type.type, wanted.type)
  if (called !== undefined && isCalled(value, name, called)) return isSame ? 0 : 1
  if (isPlaceholder(value)) return 5
  return isSame ? 2 : 3
}

/** Values that fit by their type alone and mean nothing of their own. */
function isPlaceholder({ value }: Value): boolean {
  return value === 'now' || value === 'today' || value === 'new_id' || value === 'constant'
}

function sameType(from: FieldType, to: FieldType): boolean {
  if (from.type === 'reference' && to.type === 'reference') return from.entity === to.entity
  return from.type === to.type
}

/** Whether a value has the name of a field: `input.amount` for `amount`, `user.id` for `user_id`. */
function isCalled(value: Value, name: string, field: string): boolean {
  if (!('path' in value)) return false
  return value.path.at(-1) === field || name.split('.').slice(-2).join('_') === field
}

/** A value as steps name it: `user.email`, `count of loans`, `"pending"`. */
export function nameOfValue(value: Value): string {
  switch (value.value) {
    case 'result':
      return [value.name, ...value.path].join('.')
    case 'constant':
      return typeof value.constant === 'string' ? `"${value.constant}"` : String(value.constant)
    case 'count':
      return `count(${value.of})`
    case 'sum':
      return `sum(${value.of}.${value.field})`
    case 'text':
      return `"${value.text.en ?? value.text.ru ?? ''}"`
    case 'arithmetic':
      return `${nameOfValue(value.left)} ${value.operator} ${nameOfValue(value.right)}`
    case 'shift':
      return `${nameOfValue(value.date)} ${value.direction === 'after' ? '+' : '-'} ${value.amount} ${value.unit}`
    default:
      return 'path' in value ? [value.value, ...value.path].join('.') : value.value
  }
}

/** The type that a field wants to be given. */
export function wantedBy(field: TypedField): ValueType {
  return plainType(field, field.optional)
}
