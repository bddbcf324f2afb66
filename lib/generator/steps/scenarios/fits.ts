import { compareExact, type Exact, fits as keeps, readExact } from '@/lib/topology/exact'
import { matchesPattern } from '@/lib/topology/pattern'
import type { FieldType } from '../../project'
import { type Known, numberOf, UNSURE } from './known'

type TypeOf<Name extends FieldType['type']> = Extract<FieldType, { readonly type: Name }>

const LONGEST_SECRET = 1000
/** Addresses that every check of addresses lets pass, and leaves as they are. */
const SURE_EMAIL = /^[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?@example\.(?:com|org|net)$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/
/** What no database keeps: zeros, halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const UNSTORABLE = /[\u0000\p{Surrogate}]/u
/** Decimals of Python are calculated with so many digits. */
const DIGITS = 28n

/** Whether a field of the type surely takes the value. */
export function fits(type: FieldType, known: Known): boolean {
  switch (type.type) {
    case 'string':
    case 'text':
      return isText(known) && fitsText(type, known)
    case 'secret':
      return isText(known) && within(known, type.minLength, LONGEST_SECRET)
    case 'integer':
      return typeof known === 'bigint' && known >= BigInt(type.min) && known <= BigInt(type.max)
    case 'decimal':
      return fitsDecimal(type, known)
    case 'boolean':
      return typeof known === 'boolean'
    case 'date':
    case 'datetime':
      return typeof known === 'object' && known?.is === 'time' && known.unit === type.type
    case 'uuid':
    case 'reference':
      return typeof known === 'string' ? UUID.test(known) : isId(known)
    case 'email':
      return isText(known) && SURE_EMAIL.test(known)
    case 'enum':
      return type.values.some(({ name }) => name === known)
    case 'json':
      return typeof known === 'object' && known?.is === 'json'
    case 'list':
      return fitsList(type, known)
    case 'object':
      return fitsObject(type, known)
  }
}

function isText(known: Known): known is string {
  return typeof known === 'string' && !UNSTORABLE.test(known)
}

function isId(known: Known): boolean {
  return typeof known === 'object' && (known?.is === 'row' || known?.is === 'new')
}

function within(text: string, min: number, max: number): boolean {
  const length = Array.from(text).length
  return length >= min && length <= max
}

function fitsText({ minLength, maxLength, pattern }: TypeOf<'string' | 'text'>, text: string): boolean {
  return within(text, minLength, maxLength) && (pattern === null || matchesPattern(pattern, text))
}

function fitsDecimal({ precision, scale, min, max }: TypeOf<'decimal'>, known: Known): boolean {
  const number = numberOf(known)
  if (!number || !keeps(number, precision, scale)) return false
  const [least, most] = [min, max].map((bound) => (bound === null ? undefined : readExact(bound)))
  return !(least && compareExact(number, least) < 0) && !(most && compareExact(number, most) > 0)
}

function fitsList({ of, minItems, maxItems }: TypeOf<'list'>, known: Known): boolean {
  if (typeof known !== 'object' || known?.is !== 'items') return false
  const { items } = known
  if (items.length < minItems || items.length > (maxItems ?? items.length)) return false
  return items.every((item) => item !== null && fits(of, item))
}

function fitsObject({ fields }: TypeOf<'object'>, known: Known): boolean {
  if (typeof known !== 'object' || known?.is !== 'parts') return false
  return fields.every(({ name, type, required }) => {
    const part = known.parts.get(name) ?? null
    return part === null ? !required : fits(type, part)
  })
}

/** A value as it is written to a field of the type: decimals at its digits, what is halfway to the even one. */
export function converted(known: Known, type: FieldType): Known {
  const number = numberOf(known)
  if (type.type !== 'decimal' || !number) return known
  if (number.scale <= type.scale) return { is: 'decimal', exact: number }
  const exact = rounded(number, type.scale)
  return isExact(exact) ? { is: 'decimal', exact } : UNSURE
}

/** Whether a calculation of Python gives this number without rounding it. */
export function isExact({ units }: Exact): boolean {
  return (units < 0n ? -units : units) < 10n ** DIGITS
}

function rounded({ units, scale }: Exact, places: number): Exact {
  const by = 10n ** BigInt(scale - places)
  const size = units < 0n ? -units : units
  const [whole, rest] = [size / by, size % by]
  const up = rest * 2n > by || (rest * 2n === by && whole % 2n === 1n)
  const kept = up ? whole + 1n : whole
  return { units: units < 0n ? -kept : kept, scale: places }
}
