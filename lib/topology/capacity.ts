import { readExact, unitsAt } from './exact'
import type { FieldType } from './model/field'
import { SAMPLES, samplePatterns } from './pattern'

/** As many rows as a test makes, a unique field must be able to tell apart. */
export const DISTINCT_ROWS = SAMPLES

/** The length that a string may have when its field says nothing. */
export const DEFAULT_STRING_LENGTH = 255
/** The length of a text without a limit of its own. */
export const LONGEST_TEXT = 100_000
/** How many items a list may have when its field says nothing. */
export const DEFAULT_LIST_LENGTH = 1000

/** The limits of a text's length in characters, with their defaults. */
export function lengthsOf(type: Extract<FieldType, { type: 'string' | 'text' }>) {
  const max = type.maxLength ?? (type.type === 'string' ? DEFAULT_STRING_LENGTH : LONGEST_TEXT)
  return { min: type.minLength ?? 0, max }
}

/** How many different values a type has, as far as that can matter for rows that must differ. */
export function capacityOf(type: FieldType): number {
  switch (type.type) {
    case 'boolean':
      return 2
    case 'enum':
      return new Set(type.values.map(({ name }) => name)).size
    case 'integer':
      return (type.max ?? Number.MAX_SAFE_INTEGER) - (type.min ?? Number.MIN_SAFE_INTEGER) + 1
    case 'decimal':
      return decimalCapacity(type)
    case 'string':
    case 'text': {
      if (type.pattern === undefined) return Number.POSITIVE_INFINITY
      const { min, max } = lengthsOf(type)
      return samplePatterns(type.pattern, min, max).length
    }
    default:
      return Number.POSITIVE_INFINITY
  }
}

function decimalCapacity({ precision, scale, min, max }: Extract<FieldType, { type: 'decimal' }>): number {
  const all = 10 ** Math.min(Math.max(precision, 0), 300)
  const low = min === undefined ? undefined : readExact(min)
  const high = max === undefined ? undefined : readExact(max)
  if (!low || !high || scale < 0) return all
  return Number(unitsAt(high, scale) - unitsAt(low, scale)) + 1
}
