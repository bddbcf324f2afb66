import { readExact, unitsAt } from '@/lib/topology/exact'
import { samplePatterns } from '@/lib/topology/pattern'
import type { FieldType } from '../project'
import type { Literal } from './literal'

/** Tests make rows 0, 1 and 2 of every entity. */
export const SAMPLE_ROWS = 3

/** The row of samples that outside systems are asked with, and answer with, in tests. */
export const ANSWER_ROW = 0

const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n }

type TypeOf<Name extends FieldType['type']> = Extract<FieldType, { readonly type: Name }>

/**
 * The JSON value of a type that row `row` has. Different rows have different values wherever the type has
 * enough of them; references have none, since the rows that they name are made first.
 */
export function sampleValue(type: FieldType, row: number): Literal {
  switch (type.type) {
    case 'string':
    case 'text':
      return sampleText(type, row)
    case 'secret':
      return padded(`${row + 1} sample`, type.minLength)
    case 'integer':
      return sampleInteger(type, row)
    case 'decimal':
      return sampleDecimal(type, row)
    case 'boolean':
      return row % 2 === 0
    case 'date':
      return `2024-01-0${row + 1}`
    case 'datetime':
      return `2024-01-0${row + 1}T10:00:00Z`
    case 'uuid':
    case 'reference':
      return `00000000-0000-4000-8000-00000000000${row + 1}`
    case 'email':
      return `person-${row + 1}@example.com`
    case 'enum':
      return type.values[row % type.values.length]?.name ?? ''
    case 'json':
      return { number: row + 1, list: [1, null, 'text'] }
    case 'list':
      return Array.from({ length: sampleSize(type) }, (_, index) => sampleValue(type.of, (row + index) % 3))
    case 'object':
      return Object.fromEntries(type.fields.map((field) => [field.name, sampleValue(field.type, row)]))
  }
}

/** How many different values the type has, as far as the samples can tell; at most the number of rows. */
export function sampleVariety(type: FieldType): number {
  const values = Array.from({ length: SAMPLE_ROWS }, (_, row) =>
    JSON.stringify(sampleValue(type, row), plain),
  )
  return new Set(values).size
}

const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)

function sampleText(type: TypeOf<'string' | 'text'>, row: number): string {
  const { minLength, maxLength, pattern } = type
  if (pattern === null) return padded(`${row + 1} sample`.slice(0, maxLength), minLength)
  const samples = samplePatterns(pattern, minLength, maxLength)
  return samples[row % samples.length] ?? ''
}

function padded(text: string, length: number): string {
  return text.padEnd(length, 'x')
}

function sampleInteger(type: TypeOf<'integer'>, row: number): bigint {
  const [min, max] = [BigInt(type.min), BigInt(type.max)]
  return spread(min === INT64.min ? null : min, max === INT64.max ? null : max, 1n, row)
}

/** The lower end and its neighbours; without one, up to the upper end; without any, from one unit on. */
function spread(min: bigint | null, max: bigint | null, unit: bigint, row: number): bigint {
  const first = min ?? (max === null ? unit : max - 2n * unit)
  const value = first + BigInt(row) * unit
  return max !== null && value > max ? max : value
}

function sampleDecimal(type: TypeOf<'decimal'>, row: number): string {
  const units = spread(bound(type.min, type.scale), bound(type.max, type.scale), 1n, row)
  return decimalText(units, type.scale)
}

/** A bound in units of the last place of the column. */
export function bound(text: string | null, scale: number): bigint | null {
  const exact = text === null ? undefined : readExact(text)
  return exact ? unitsAt(exact, scale) : null
}

/** Units of the last place as decimal text: 150 at a scale of 2 is `1.50`. */
export function decimalText(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
  const point = digits.length - scale
  const text = scale > 0 ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits
  return units < 0n ? `-${text}` : text
}

/** Two items where that is allowed. */
function sampleSize({ minItems, maxItems }: TypeOf<'list'>): number {
  return Math.max(minItems, Math.min(2, maxItems ?? 2))
}
