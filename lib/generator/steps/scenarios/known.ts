import { compareExact, type Exact, readExact } from '@/lib/topology/exact'
import type { Constant } from '@/lib/topology/model/value'
import type { FieldType } from '../../project'
import type { Literal } from '../../python/literal'
import { decimalText } from '../../python/samples'
import { readTime, type Time, whenOf, writeTime } from './time'

/** What is known of a value before a test runs; `unsure` where that is nothing. */
export type Known =
  | null
  | boolean
  | string
  | bigint
  | { readonly is: 'decimal'; readonly exact: Exact }
  | Time
  /** The id of a row, by the name that the row has in its scenario. */
  | { readonly is: 'row'; readonly row: string }
  /** An id that nothing else has. */
  | { readonly is: 'new'; readonly name: string }
  | { readonly is: 'parts'; readonly parts: ReadonlyMap<string, Known> }
  | { readonly is: 'items'; readonly items: readonly Known[] }
  | { readonly is: 'json'; readonly json: Literal }
  | { readonly is: 'unsure' }

export const UNSURE: Known = { is: 'unsure' }

/** An id that no row has. */
export const NOBODY = '00000000-0000-4000-8000-000000000000'

/** The JSON of a type, as it is known. */
export function fromJson(type: FieldType, json: Literal): Known {
  if (json === null) return null
  switch (type.type) {
    case 'integer':
      return typeof json === 'bigint' || typeof json === 'number' ? wholeOf(json) : UNSURE
    case 'decimal':
      return typeof json === 'string' || typeof json === 'number' ? decimalOf(json) : UNSURE
    case 'date':
    case 'datetime':
      return typeof json === 'string' ? (readTime(type.type, json) ?? UNSURE) : UNSURE
    case 'uuid':
    case 'reference':
      return typeof json === 'string' ? json.toLowerCase() : UNSURE
    case 'json':
      return { is: 'json', json }
    case 'list':
      return Array.isArray(json)
        ? { is: 'items', items: json.map((item) => fromJson(type.of, item)) }
        : UNSURE
    case 'object':
      return partsOf(type, json)
    default:
      return typeof json === 'string' || typeof json === 'boolean' ? json : UNSURE
  }
}

function wholeOf(json: bigint | number): Known {
  if (typeof json === 'bigint') return json
  return Number.isSafeInteger(json) ? BigInt(json) : UNSURE
}

function decimalOf(json: string | number): Known {
  const exact = readExact(json)
  return exact ? { is: 'decimal', exact } : UNSURE
}

function partsOf(type: Extract<FieldType, { type: 'object' }>, json: Literal): Known {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return UNSURE
  const given = json as { readonly [name: string]: Literal }
  const parts = type.fields.map(
    ({ name, type: of }) =>
      [name, fromJson(of, Object.hasOwn(given, name) ? (given[name] ?? null) : null)] as const,
  )
  return { is: 'parts', parts: new Map(parts) }
}

/** The JSON of a known value of a type; undefined for what only a running test knows. */
export function toJson(type: FieldType, known: Known): Literal | undefined {
  if (known === null || typeof known === 'boolean' || typeof known === 'string') return known
  if (typeof known === 'bigint')
    return type.type === 'decimal' ? decimalText(known * 10n ** BigInt(type.scale), type.scale) : known
  switch (known.is) {
    case 'decimal':
      return type.type === 'decimal' ? atScale(known.exact, type.scale) : undefined
    case 'time':
      return writeTime(known)
    case 'json':
      return known.json
    case 'items':
      return type.type === 'list' ? itemsToJson(type.of, known.items) : undefined
    case 'parts':
      return type.type === 'object' ? partsToJson(type, known.parts) : undefined
    default:
      return undefined
  }
}

function atScale({ units, scale }: Exact, wanted: number): string | undefined {
  return scale > wanted ? undefined : decimalText(units * 10n ** BigInt(wanted - scale), wanted)
}

function itemsToJson(of: FieldType, items: readonly Known[]): Literal | undefined {
  const written = items.map((item) => toJson(of, item))
  return written.includes(undefined) ? undefined : (written as Literal[])
}

function partsToJson(
  { fields }: Extract<FieldType, { type: 'object' }>,
  parts: ReadonlyMap<string, Known>,
): Literal | undefined {
  const json: Record<string, Literal> = {}
  for (const { name, type } of fields) {
    const part = parts.get(name) ?? null
    if (part === null) continue
    const written = toJson(type, part)
    if (written === undefined) return undefined
    json[name] = written
  }
  return json
}

/** A constant of the design as it is compared with something known. */
export function constantLike(constant: Constant, like: Known): Known {
  if (constant === null || typeof constant === 'boolean') return constant
  if (typeof constant === 'number')
    return Number.isSafeInteger(constant) ? BigInt(constant) : decimalOf(constant)
  if (typeof like === 'bigint' || isDecimal(like)) return decimalOf(constant)
  if (typeof like !== 'object' || like === null) return constant
  if (like.is === 'time') return readTime(like.unit, constant) ?? UNSURE
  return like.is === 'row' || like.is === 'new' ? constant.toLowerCase() : constant
}

/** The same, where nothing is known of what it is compared with. */
export function plainConstant(constant: Constant): Known {
  return constantLike(constant, '')
}

function isDecimal(known: Known): known is Extract<Known, { is: 'decimal' }> {
  return typeof known === 'object' && known !== null && known.is === 'decimal'
}

/** A number, exact; undefined for everything else. */
export function numberOf(known: Known): Exact | undefined {
  if (typeof known === 'bigint') return { units: known, scale: 0 }
  return isDecimal(known) ? known.exact : undefined
}

export function isUnsure(known: Known): boolean {
  return typeof known === 'object' && known !== null && known.is === 'unsure'
}

/** Less than zero, zero or more, for what has an order; undefined where nobody can tell. */
export function order(one: Known, other: Known): number | undefined {
  const [left, right] = [numberOf(one), numberOf(other)]
  if (left && right) return compareExact(left, right)
  if (!isTime(one) || !isTime(other) || one.unit !== other.unit) return undefined
  return whenOf(one, other)
}

export function isTime(known: Known): known is Time {
  return typeof known === 'object' && known !== null && known.is === 'time'
}

/** Whether two values are equal; undefined where nobody can tell. */
export function same(one: Known, other: Known): boolean | undefined {
  if (isUnsure(one) || isUnsure(other)) return undefined
  if (one === null || other === null) return one === other
  if (isId(one) || isId(other)) return sameId(one, other)
  if (typeof one === 'string' || typeof one === 'boolean')
    return typeof one === typeof other ? one === other : undefined
  const ordered = order(one, other)
  return ordered === undefined ? undefined : ordered === 0
}

function isId(known: Known): known is Extract<Known, { is: 'row' | 'new' }> {
  return typeof known === 'object' && known !== null && (known.is === 'row' || known.is === 'new')
}

/** Ids are made while the test runs: none of them stands in the design. */
function sameId(one: Known, other: Known): boolean | undefined {
  if (isId(one) && isId(other)) return keyOf(one) === keyOf(other)
  return typeof one === 'string' || typeof other === 'string' ? false : undefined
}

/** A text that is the same for equal values. */
export function keyOf(known: Known): string {
  return JSON.stringify(known, (_key, part: unknown) => {
    if (typeof part === 'bigint') return `${part}n`
    return part instanceof Map ? [...part] : part
  })
}
