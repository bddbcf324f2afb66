import type { Entity, Field } from '../../project'
import { uniqueSets } from '../../python/sample-rows'
import { NobodyKnows } from './evaluate'
import { converted, fits } from './fits'
import { fromJson, type Known, same } from './known'
import { JUST_BEFORE, NOW, TODAY } from './time'

/** A row that is there while a scenario runs; one that is only referred to has no entity. */
export interface Row {
  readonly entity: Entity | null
  readonly values: ReadonlyMap<string, Known>
}

export type Rows = ReadonlyMap<string, Row>

/** What every row has beside its fields, as the test makes it before. */
export function implicit(row: string): readonly (readonly [string, Known])[] {
  return [
    ['id', { is: 'row', row }],
    ['version', 1n],
    ['created_at', JUST_BEFORE],
    ['updated_at', JUST_BEFORE],
  ]
}

/** The row that new values make; throws where they may be refused. */
export function begun(entity: Entity, row: string, given: ReadonlyMap<string, Known>): Row {
  const values = new Map(implicit(row)).set('created_at', NOW).set('updated_at', NOW)
  for (const field of entity.fields) {
    values.set(field.name, given.has(field.name) ? taken(field, given.get(field.name)) : absent(field))
  }
  return { entity, values }
}

function absent({ default: value, type, required }: Field): Known {
  if (value?.default === 'now') return type.type === 'date' ? TODAY : NOW
  if (value) return fromJson(type, value.value)
  if (required) throw new NobodyKnows()
  return null
}

/** A value as a field takes it; throws where the field may refuse it. */
export function taken({ type, required }: Field, known: Known | undefined): Known {
  const value = converted(known ?? null, type)
  if (value === null ? required : !fits(type, value)) throw new NobodyKnows()
  return value
}

/** The rows with one that was written; throws where it may be refused beside the others. */
export function withRow(rows: Rows, name: string, row: Row): Rows {
  const next = new Map(rows).set(name, row)
  if (!isSound(next, name)) throw new NobodyKnows()
  return next
}

/** Whether a row surely refers to rows that are there, and surely differs from the others where it has to. */
export function isSound(rows: Rows, name: string): boolean {
  const row = rows.get(name)
  if (!row?.entity) return true
  const { entity, values } = row
  const refers = entity.fields.every(
    ({ name: field, type }) => type.type !== 'reference' || leads(rows, values.get(field), type.entity.name),
  )
  return (
    refers &&
    [...rows].every(
      ([other, { entity: of, values: theirs }]) =>
        other === name || of?.name !== entity.name || differs(entity, values, theirs),
    )
  )
}

function leads(rows: Rows, known: Known | undefined, target: string): boolean {
  if (known === null || known === undefined) return true
  if (typeof known !== 'object' || known.is !== 'row') return false
  const found = rows.get(known.row)
  return found !== undefined && (found.entity === null || found.entity.name === target)
}

function differs(entity: Entity, one: Row['values'], other: Row['values']): boolean {
  return uniqueSets(entity).every((names) => {
    const pairs = names.map((name) => [one.get(name) ?? null, other.get(name) ?? null] as const)
    return pairs.some(([left, right]) => left === null || right === null || same(left, right) === false)
  })
}

/** The rows without one; throws where something refers to it, since what happens then is another matter. */
export function withoutRow(rows: Rows, name: string): Rows {
  const next = new Map(rows)
  next.delete(name)
  for (const { values } of next.values())
    for (const known of values.values())
      if (typeof known === 'object' && known?.is === 'row' && known.row === name) throw new NobodyKnows()
  return next
}

/** The row of an entity in which a field has a value; null where there surely is none. */
export function findRow(rows: Rows, entity: Entity, field: string, known: Known): string | null {
  if (known === null) throw new NobodyKnows()
  for (const [name, { entity: of, values }] of rows) {
    if (of?.name !== entity.name) continue
    const equal = same(values.get(field) ?? null, known)
    if (equal === undefined) throw new NobodyKnows()
    if (equal) return name
  }
  return null
}
