import { randomUUID } from 'node:crypto'
import type { Entity, Field, FieldType, ObjectField } from '@/lib/generator/project'
import { matchesPattern, samplePatterns } from '@/lib/topology/pattern'

/** Values of an entity's fields, as they are sent. */
export type Row = Readonly<Record<string, unknown>>

/** Finds the id of a row that a reference may point to; nothing when the field is better left out. */
export type Resolve = (entity: string, field: Field) => Promise<string | undefined>

const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2024, 0, 1)
const MOST_TEXT = 40
const ALPHABETS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const SAFE = 2n ** 53n - 1n

/** Whether values of the field, alone or with others, may stand in one row only. */
export function isInUnique({ indexes }: Entity, { name, unique }: Field): boolean {
  return unique || indexes.some((index) => index.unique && index.fields.includes(name))
}

/** A valid body for a new row; rows of different numbers differ in every field that can differ. */
export async function sampleRow(entity: Entity, number: number, resolve: Resolve): Promise<Row> {
  const row: Record<string, unknown> = {}
  for (const field of entity.fields) {
    const value = await sampleField(field, number, resolve)
    if (value !== undefined) row[field.name] = value
  }
  return row
}

async function sampleField(field: Field, number: number, resolve: Resolve): Promise<unknown> {
  if (field.type.type === 'reference') return resolve(field.type.entity.name, field)
  return sampleValue(field.type, number)
}

/** A valid value of a type that is no reference. */
export function sampleValue(
  type: Exclude<FieldType, { type: 'reference' }> | FieldType,
  number: number,
): unknown {
  switch (type.type) {
    case 'string':
    case 'text':
      return sampleText(type, number)
    case 'integer':
      return sampleInteger(BigInt(type.min), BigInt(type.max), number)
    case 'decimal':
      return sampleDecimal(type, number)
    case 'boolean':
      return number % 2 === 0
    case 'date':
      return new Date(FIRST_DAY + number * DAY_MS).toISOString().slice(0, 10)
    case 'datetime':
      return new Date(FIRST_DAY + number * DAY_MS + 3_723_000).toISOString()
    case 'uuid':
      return randomUUID()
    case 'email':
      return `person${number}@example.com`
    case 'json':
      return { number, words: ['один', 'two'], deep: { nothing: null } }
    case 'secret':
      return `Secret-${number}-`.padEnd(Math.max(type.minLength, 12), 'x')
    case 'enum':
      return type.values[number % type.values.length]?.name
    case 'list': {
      const most = type.maxItems ?? type.minItems + 2
      const count = Math.min(most, Math.max(type.minItems, 1) + (number % 2))
      return Array.from({ length: count }, (_, index) => sampleValue(type.of, number + index))
    }
    case 'object':
      return sampleObject(type.fields, number)
    case 'reference':
      return undefined
  }
}

function sampleObject(fields: readonly ObjectField[], number: number): Row {
  const used = fields.filter(({ required }) => required || number % 2 === 0)
  return Object.fromEntries(used.map((field) => [field.name, sampleValue(field.type, number)]))
}

function sampleText(type: Extract<FieldType, { type: 'string' | 'text' }>, number: number): string {
  if (type.pattern !== null) {
    const texts = samplePatterns(type.pattern, type.minLength, type.maxLength)
    const text = texts[number % texts.length] ?? ''
    const varied = vary(text, number)
    return matchesPattern(type.pattern, varied) ? varied : text
  }
  const text = `№${number.toString(36)} «ёж» \\"'{{${number}}}`
  const fitting = [...text].slice(0, Math.min(type.maxLength, MOST_TEXT)).join('')
  return fitting.padEnd(type.minLength, 'я')
}

/** The text with another letter or digit for each letter or digit from its end, as a number is counted up. */
function vary(text: string, number: number): string {
  let rest = number
  const letters = [...text].reverse().map((letter) => {
    const set = ALPHABETS.find((alphabet) => alphabet.includes(letter))
    if (!set || rest === 0) return letter
    const at = (set.indexOf(letter) + rest) % set.length
    rest = Math.floor(rest / set.length)
    return set[at]
  })
  return letters.reverse().join('')
}

function sampleInteger(min: bigint, max: bigint, number: number): number | bigint {
  const low = min < -SAFE ? (max < 0n ? max - 100_000n : 0n) : min
  const first = low < min ? min : low
  const value = first + (BigInt(number) % (max - first + 1n))
  return value >= -SAFE && value <= SAFE ? Number(value) : value
}

function sampleDecimal(type: Extract<FieldType, { type: 'decimal' }>, number: number): string {
  const { scale, precision } = type
  const widest = 10n ** BigInt(precision) - 1n
  const low = type.min === null ? 0n : scaled(type.min, scale, true)
  const high = type.max === null ? widest : scaled(type.max, scale, false)
  const first = low < -widest ? -widest : type.min === null && high < 0n ? -widest : low
  const last = high > widest ? widest : high
  const units = first + (BigInt(number) % (last - first + 1n))
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const sign = units < 0n ? '-' : ''
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`
}

/** Decimal text in units of the last place, rounded inwards. */
function scaled(text: string, scale: number, up: boolean): bigint {
  const negative = text.startsWith('-')
  const [whole = '0', fraction = ''] = text.replace(/^[-+]/, '').split('.')
  const kept = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'))
  const rest = /[1-9]/.test(fraction.slice(scale)) ? 1n : 0n
  const away = negative !== up ? rest : 0n
  return negative ? -(kept + away) : kept + away
}
