import type { Default, Entity, Field, FieldType } from '../project'
import type { Literal } from './literal'
import { bound, decimalText, SAMPLE_ROWS, sampleValue, sampleVariety } from './samples'

type Constant = Extract<Default, { default: 'constant' }>['value']
type Row = { readonly [field: string]: Literal }

/** The JSON of the rows that tests make, without references: the rows that they name are made first. */
export function sampleRows(entity: Entity): readonly Row[] {
  const own = entity.fields.filter(({ type }) => type.type !== 'reference')
  return Array.from({ length: SAMPLE_ROWS }, (_, row) =>
    Object.fromEntries(
      own.map((field) => [field.name, sampleValue(field.type, spreadRows(entity, field, row))]),
    ),
  )
}

/** What fields get when nothing is said, as answers show it; `now` where that is the present. */
export function sampleDefaults(fields: readonly Field[]): Row {
  return Object.fromEntries(
    fields.flatMap(({ name, type, default: value }): [string, Literal][] => {
      if (!value) return []
      return [[name, value.default === 'now' ? 'now' : shownDefault(type, value.value)]]
    }),
  )
}

/** The sets of fields whose values two rows may not share. */
export function uniqueSets({ fields, indexes }: Entity): readonly (readonly string[])[] {
  const alone = fields.filter(({ unique }) => unique).map(({ name }) => [name])
  return [...alone, ...indexes.filter(({ unique }) => unique).map((index) => [...index.fields])]
}

/**
 * Which sample of its type a field takes in a row. Mostly that of the row; where several fields must be unique
 * together and none of them alone tells the rows apart, they count through their combinations.
 */
function spreadRows({ fields, indexes }: Entity, field: Field, row: number): number {
  const index = indexes.find(({ unique, fields: names }) => unique && names.includes(field.name))
  if (!index) return row
  const together = fields.filter(({ name }) => index.fields.includes(name))
  if (together.some(({ type }) => type.type === 'reference' || sampleVariety(type) >= SAMPLE_ROWS)) return row
  const before = together.slice(0, together.indexOf(field))
  const combinations = before.reduce((count, { type }) => count * sampleVariety(type), 1)
  return Math.floor(row / combinations) % sampleVariety(field.type)
}

/** A default as answers show it: decimals at their scale, moments in UTC, ids in small letters. */
function shownDefault(type: FieldType, value: Constant): Literal {
  if (type.type === 'list') {
    return Array.isArray(value) ? value.map((item: string) => shownDefault(type.of, item)) : []
  }
  if (typeof value !== 'string') return typeof value === 'object' ? [] : value
  switch (type.type) {
    case 'decimal':
      return decimalText(bound(value, type.scale) ?? 0n, type.scale)
    case 'datetime':
      return momentInUtc(value)
    case 'uuid':
      return value.toLowerCase()
    default:
      return value
  }
}

/** To the microsecond, which a date of JavaScript would cut. */
function momentInUtc(moment: string): string {
  const [, fraction = ''] = /\.(\d+)/.exec(moment) ?? []
  const second = new Date(moment.replace(/\.\d+/, '')).toISOString().slice(0, 19)
  const micros = fraction.padEnd(6, '0')
  return /[1-9]/.test(micros) ? `${second}.${micros}Z` : `${second}Z`
}
