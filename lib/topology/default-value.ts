import { DEFAULT_LIST_LENGTH, lengthsOf } from './capacity'
import { isDate, isDatetime, isEmail, isUuid } from './constant-forms'
import { compareExact, fits, readExact } from './exact'
import type { DefaultValue, ExactNumber, FieldType } from './model/field'
import { faultOfPattern, matchesPattern } from './pattern'

type TypeOf<Name extends FieldType['type']> = Extract<FieldType, { type: Name }>

/** Whether a value can be the default of a type, with all its limits. */
export function isDefaultOf(type: FieldType, value: DefaultValue): boolean {
  const isRight = CHECKS[type.type] as Check<FieldType>
  return isRight(type, value)
}

type Check<T> = (type: T, value: DefaultValue) => boolean

const CHECKS: { readonly [Name in FieldType['type']]: Check<TypeOf<Name>> } = {
  string: (type, value) => typeof value === 'string' && !/[\r\n]/.test(value) && isText(type, value),
  text: (type, value) => typeof value === 'string' && isText(type, value),
  integer: ({ min, max }, value) =>
    typeof value === 'number' &&
    Number.isSafeInteger(value) &&
    value >= (min ?? Number.MIN_SAFE_INTEGER) &&
    value <= (max ?? Number.MAX_SAFE_INTEGER),
  decimal: isDecimal,
  boolean: (_, value) => typeof value === 'boolean',
  date: (_, value) => value === 'now' || (typeof value === 'string' && isDate(value)),
  datetime: (_, value) => value === 'now' || (typeof value === 'string' && isDatetime(value)),
  uuid: (_, value) => typeof value === 'string' && isUuid(value),
  email: (_, value) => typeof value === 'string' && isEmail(value),
  enum: ({ values }, value) => values.some(({ name }) => name === value),
  list: (type, value) => Array.isArray(value) && isList(type, value),
  json: () => false,
  object: () => false,
  secret: () => false,
  reference: () => false,
}

function isText(type: TypeOf<'string' | 'text'>, value: string): boolean {
  const { min, max } = lengthsOf(type)
  const length = Array.from(value).length
  if (length < min || length > max) return false
  return (
    type.pattern === undefined ||
    faultOfPattern(type.pattern) !== undefined ||
    matchesPattern(type.pattern, value)
  )
}

function isDecimal({ precision, scale, min, max }: TypeOf<'decimal'>, value: DefaultValue): boolean {
  const exact = typeof value === 'string' || typeof value === 'number' ? readExact(value) : undefined
  if (!exact || !fits(exact, Math.min(Math.max(precision, 0), 1000), Math.max(scale, 0))) return false
  const isBeyond = (limit: ExactNumber | undefined, sign: 1 | -1) => {
    const bound = limit === undefined ? undefined : readExact(limit)
    return bound !== undefined && compareExact(exact, bound) * sign > 0
  }
  return !isBeyond(max, 1) && !isBeyond(min, -1)
}

const ITEMS: ReadonlySet<FieldType['type']> = new Set([
  'string',
  'text',
  'enum',
  'email',
  'uuid',
  'date',
  'datetime',
])

function isList(
  { of, minItems = 0, maxItems = DEFAULT_LIST_LENGTH }: TypeOf<'list'>,
  value: readonly string[],
) {
  if (value.length < minItems || value.length > maxItems) return false
  return value.every((item) => ITEMS.has(of.type) && item !== 'now' && isDefaultOf(of, item))
}
