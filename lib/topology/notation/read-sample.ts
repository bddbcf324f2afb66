import { freshName } from '../fresh'
import { slug } from '../identifiers'
import type { FieldType } from '../model/field'
import { type ChangedWord, parseJson } from './reader'

/** A field as a sample of JSON shows it. */
export interface SampledField {
  readonly name: string
  /** The key with a value, as it stood in the sample. */
  readonly text: string
  readonly type: FieldType
  readonly optional: boolean
  /** Keys inside its objects that became other names. */
  readonly changed: readonly ChangedWord[]
}

const MOST_ROWS = 1000
const DEEPEST = 6

/** The fields of a sample of JSON, an object or several alike; undefined where the text is none. */
export function readSample(text: string): readonly SampledField[] | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  const value = parseJson(text)
  const rows = Array.isArray(value) ? value : [value]
  if (rows.length === 0 || !rows.every(isObject)) return undefined
  return fieldsOf(rows.slice(0, MOST_ROWS), 0)
}

type Row = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A key that not every row has, or that is null in one, is optional. */
function fieldsOf(rows: readonly Row[], depth: number): readonly SampledField[] {
  const values = new Map<string, unknown[]>()
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) {
      const known = values.get(key)
      if (known) known.push(value)
      else values.set(key, [value])
    }
  }
  return [...values].map(([name, found]) => {
    const present = found.filter((value) => value !== null)
    const changed: ChangedWord[] = []
    return {
      name,
      text: `${JSON.stringify(name)}: ${JSON.stringify(found[0])}`.slice(0, 200),
      type: typeOf(present, depth, changed),
      optional: present.length < rows.length,
      changed,
    }
  })
}

/** The narrowest type that holds all these values. */
function typeOf(values: readonly unknown[], depth: number, changed: ChangedWord[]): FieldType {
  if (values.length === 0) return { type: 'string' }
  if (values.every((value) => typeof value === 'boolean')) return { type: 'boolean' }
  if (values.every((value) => typeof value === 'number')) return numberType(values)
  if (values.every((value) => typeof value === 'string')) return textType(values)
  if (depth < DEEPEST && values.every((value) => Array.isArray(value))) {
    return {
      type: 'list',
      of: typeOf(
        values.flat().filter((value) => value !== null),
        depth + 1,
        changed,
      ),
    }
  }
  if (depth < DEEPEST && values.every(isObject)) {
    const fields = uniqueNames(fieldsOf(values, depth + 1), changed)
    // An object without keys says nothing of its fields.
    if (fields.length > 0 && fields.length <= 100) return { type: 'object', fields }
  }
  return { type: 'json' }
}

function uniqueNames(fields: readonly SampledField[], changed: ChangedWord[]) {
  const seen = new Set<string>()
  return fields.map(({ name, type, optional, changed: inside }) => {
    const good = freshName(seen, slug(name, 'field'))
    seen.add(good)
    if (good !== name) changed.push({ from: name, to: good, why: 'name' })
    changed.push(...inside)
    return { name: good, ...type, ...(optional ? { optional } : {}) }
  })
}

const SAFE = Number.MAX_SAFE_INTEGER

function numberType(values: readonly number[]): FieldType {
  if (values.every((value) => Number.isInteger(value) && Math.abs(value) <= SAFE)) return { type: 'integer' }
  const scale = Math.max(2, ...values.map(digitsAfterPoint))
  const before = Math.max(
    ...values.map((value) => Math.trunc(Math.abs(value)).toLocaleString('en', PLAIN).length),
  )
  return { type: 'decimal', precision: Math.max(12, before + scale), scale }
}

const PLAIN = { useGrouping: false, maximumFractionDigits: 0 } as const

function digitsAfterPoint(value: number): number {
  const [, digits = '', power = '0'] = /^-?\d+(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(value)) ?? []
  return Math.min(30, Math.max(0, digits.length - Number(power)))
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const EMAIL = /^[^\s@"(),:;<>[\]\\]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const DATETIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[-+]\d\d:?\d\d)?$/i

function textType(values: readonly string[]): FieldType {
  const all = (pattern: RegExp) => values.every((value) => pattern.test(value))
  if (all(UUID)) return { type: 'uuid' }
  if (all(EMAIL)) return { type: 'email' }
  if (all(DATE)) return { type: 'date' }
  if (all(DATETIME)) return { type: 'datetime' }
  return { type: values.some((value) => value.length > 255 || value.includes('\n')) ? 'text' : 'string' }
}
