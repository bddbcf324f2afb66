import type { Entity, Field } from '../project'
import { SAMPLE_ROWS, sampleVariety } from './samples'

/**
 * Which sample of its type a field takes in a row. Mostly that of the row; where several fields must be unique
 * together and none of them alone tells the rows apart, they count through their combinations.
 */
export function spreadRows({ fields, indexes }: Entity, field: Field, row: number): number {
  const index = indexes.find(({ unique, fields: names }) => unique && names.includes(field.name))
  if (!index) return row
  const together = fields.filter(({ name }) => index.fields.includes(name))
  if (together.some(({ type }) => type.type === 'reference' || sampleVariety(type) >= SAMPLE_ROWS)) return row
  const before = together.slice(0, together.indexOf(field))
  const combinations = before.reduce((count, { type }) => count * sampleVariety(type), 1)
  return Math.floor(row / combinations) % sampleVariety(field.type)
}
