/** Whether a type takes every value of another one that fits it: whatever one has, the other may not be narrower. */
import { compareExact, type Exact, readExact } from '../exact'
import type { FieldType } from '../model/field'
import { matchesPattern } from '../pattern'

type TypeOf<Name extends FieldType['type']> = Extract<FieldType, { readonly type: Name }>
type TextType = TypeOf<'string' | 'text'>

const LONGEST = { string: 255, text: 100_000 } as const
const LONGEST_EMAIL = 254
const SHORTEST_EMAIL = 6
const INT64_DIGITS = 19

/** The types fit each other already; limits are compared here. */
export function admits(to: FieldType, from: FieldType): boolean {
  switch (to.type) {
    case 'string':
    case 'text':
      return admitsText(to, from)
    case 'integer':
      return from.type !== 'integer' || admitsRange(to, from)
    case 'decimal':
      return admitsDecimal(to, from)
    case 'list':
      return from.type !== 'list' || admitsItems(to, from)
    case 'object':
      return from.type !== 'object' || admitsParts(to, from)
    default:
      return true
  }
}

function admitsText(to: TextType, from: FieldType): boolean {
  const [least, most] = [to.minLength ?? 0, to.maxLength ?? LONGEST[to.type]]
  switch (from.type) {
    case 'string':
    case 'text': {
      const isLong = (from.minLength ?? 0) >= least && (from.maxLength ?? LONGEST[from.type]) <= most
      return isLong && (to.pattern === undefined || to.pattern === from.pattern)
    }
    case 'email':
      return least <= SHORTEST_EMAIL && most >= LONGEST_EMAIL && to.pattern === undefined
    case 'enum':
      return from.values.every(
        ({ name }) =>
          name.length >= least &&
          name.length <= most &&
          (to.pattern === undefined || matchesPattern(to.pattern, name)),
      )
    default:
      return true
  }
}

type Range = Pick<TypeOf<'integer' | 'decimal'>, 'min' | 'max'>

function admitsRange(to: Range, from: Range): boolean {
  const isWithin = (mine: Bound, theirs: Bound, sign: 1 | -1) => {
    const limit = exactOf(mine)
    if (!limit) return true
    const value = exactOf(theirs)
    return value !== undefined && compareExact(value, limit) * sign >= 0
  }
  return isWithin(to.min, from.min, 1) && isWithin(to.max, from.max, -1)
}

type Bound = Range['min']

function exactOf(bound: Bound): Exact | undefined {
  return bound === undefined ? undefined : readExact(bound)
}

function admitsDecimal(to: TypeOf<'decimal'>, from: FieldType): boolean {
  if (from.type === 'integer') return to.precision - to.scale >= INT64_DIGITS && admitsRange(to, from)
  if (from.type !== 'decimal') return true
  const isWide = to.scale >= from.scale && to.precision - to.scale >= from.precision - from.scale
  return isWide && admitsRange(to, from)
}

function admitsItems(to: TypeOf<'list'>, from: TypeOf<'list'>): boolean {
  const isShort = to.maxItems === undefined || (from.maxItems !== undefined && from.maxItems <= to.maxItems)
  return (from.minItems ?? 0) >= (to.minItems ?? 0) && isShort && admits(to.of, from.of)
}

function admitsParts(to: TypeOf<'object'>, from: TypeOf<'object'>): boolean {
  return to.fields.every((wanted) => {
    const source = from.fields.find(({ name }) => name === wanted.name)
    return !source || admits(wanted, source)
  })
}
