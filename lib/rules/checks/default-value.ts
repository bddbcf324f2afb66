import { DEFAULT_LIST_LENGTH, lengthsOf } from '@/lib/topology/capacity'
import { isDate, isDatetime, isEmail, isUuid } from '@/lib/topology/constant-forms'
import { compareExact, fits, readExact } from '@/lib/topology/exact'
import type { DefaultValue, ExactNumber, FieldType } from '@/lib/topology/model/field'
import { faultOfPattern, matchesPattern } from '@/lib/topology/pattern'
import type { Text } from '../rule'
import { text } from '../words'
import type { TypeOf } from './fault'

/** What a default of this type must be; undefined where the given one is right. */
export function wantedDefault(type: FieldType, value: DefaultValue): Text | undefined {
  const isRight = CHECKS[type.type] as Check<FieldType>
  return isRight(type, value) ? undefined : WANTED[type.type]
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

const NONE = text(
  'it can have no default; remove it',
  'значения по умолчанию у него быть не может; уберите его',
)

const WANTED: Readonly<Record<FieldType['type'], Text>> = {
  string: text(
    'its default must be one line that keeps its length and its pattern',
    'значение по умолчанию должно быть строкой нужной длины, подходящей под шаблон',
  ),
  text: text(
    'its default must be a text that keeps its length and its pattern',
    'значение по умолчанию должно быть текстом нужной длины, подходящим под шаблон',
  ),
  integer: text(
    'its default must be a whole number in its range',
    'значение по умолчанию должно быть целым числом из диапазона',
  ),
  decimal: text(
    'its default must be a number in its range that fits its digits, such as 12.50',
    'значение по умолчанию должно быть числом из диапазона, которое помещается в разряды, например 12.50',
  ),
  boolean: text('its default must be true or false', 'значение по умолчанию должно быть true или false'),
  date: text(
    'its default must be "now" or a date such as 2026-03-31',
    'значение по умолчанию должно быть "now" или датой вида 2026-03-31',
  ),
  datetime: text(
    'its default must be "now" or a moment with a time zone, such as 2026-03-31T12:00:00Z',
    'значение по умолчанию должно быть "now" или моментом с часовым поясом, например 2026-03-31T12:00:00Z',
  ),
  uuid: text(
    'its default must be a UUID in lower case',
    'значение по умолчанию должно быть UUID строчными буквами',
  ),
  email: text('its default must be an email address', 'значение по умолчанию должно быть адресом почты'),
  enum: text(
    'its default must be one of its values',
    'значение по умолчанию должно быть одним из его значений',
  ),
  list: text(
    'its default must be a list of values that it may hold',
    'значение по умолчанию должно быть списком подходящих значений',
  ),
  json: NONE,
  object: NONE,
  secret: NONE,
  reference: NONE,
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
  return value.every((item) => ITEMS.has(of.type) && item !== 'now' && wantedDefault(of, item) === undefined)
}
