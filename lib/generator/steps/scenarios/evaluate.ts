import type { Locale } from '@/lib/topology/model/basics'
import type { Comparison, Condition, Constant, Value } from '@/lib/topology/model/value'
import type { Entity } from '../../project'
import { textIn } from '../../wording'
import { isExact } from './fits'
import { constantLike, isTime, type Known, numberOf, order, plainConstant, same, UNSURE } from './known'
import { NOW, shifted, TODAY } from './time'

type Of<Kind extends Value['value']> = Extract<Value, { readonly value: Kind }>

/** Thrown where nobody can tell what a run would do. */
export class NobodyKnows extends Error {}

/** A row as a step sees it. */
export interface SeenRow {
  readonly row: string
  readonly values: ReadonlyMap<string, Known>
}

/** Rows that a step has found. */
export interface FoundList {
  readonly entity: Entity
  readonly rows: readonly SeenRow[]
}

/** What values can be read from. */
export interface Sight {
  readonly locale: Locale
  readonly inputs: ReadonlyMap<string, Known>
  /** Results by name; null where their step was skipped. */
  readonly results: ReadonlyMap<string, SeenRow | null>
  /** Found lists by name; null where their step was skipped. */
  readonly lists: ReadonlyMap<string, FoundList | null>
  /** What a loop is at. */
  readonly item: SeenRow | null
  /** What rules of the person's own decide in tests: what they decide where no row of their table applies. */
  readonly decided?: ReadonlyMap<string, Known>
  readonly freshId: () => Known
}

/** What is known of a value; throws where a run could fail at it. */
export function evaluate(sight: Sight, value: Value): Known {
  switch (value.value) {
    case 'constant':
      return plainConstant(value.constant)
    case 'input':
      return inside(sight.inputs.get(value.path[0] ?? ''), value.path.slice(1))
    case 'result':
      return ofResult(sight, value)
    case 'item':
      return ofRow(sight.item, value.path)
    case 'count':
      return BigInt(rowsOf(sight, value.of).length)
    case 'sum':
      return sumOf(sight, value)
    case 'now':
      return NOW
    case 'today':
      return TODAY
    case 'new_id':
      return sight.freshId()
    case 'text':
      return textOf(sight, value)
    case 'arithmetic':
      return calculate(sight, value)
    case 'shift':
      return shift(sight, value)
    default:
      throw new NobodyKnows()
  }
}

function ofResult({ results, lists, decided }: Sight, { name, path }: Of<'result'>): Known {
  const ruled = decided?.get(name)
  if (ruled !== undefined) return inside(ruled, path)
  const list = lists.get(name)
  if (list !== undefined && path.length === 0) return list && { is: 'items', items: [] }
  const seen = results.get(name)
  if (seen === undefined) throw new NobodyKnows()
  return ofRow(seen, path)
}

/** Where nothing was searched, nothing was found. */
function rowsOf({ lists }: Sight, name: string): readonly SeenRow[] {
  const list = lists.get(name)
  if (list === undefined) throw new NobodyKnows()
  return list?.rows ?? []
}

function sumOf(sight: Sight, { of, field: name }: Of<'sum'>): Known {
  const type = sight.lists.get(of)?.entity.fields.find((field) => field.name === name)?.type
  const numbers = rowsOf(sight, of).flatMap(({ values }) => {
    const known = values.get(name)
    if (known === null) return []
    const number = known === undefined ? undefined : numberOf(known)
    if (!number) throw new NobodyKnows()
    return [number]
  })
  const scale = Math.max(0, ...numbers.map((number) => number.scale))
  const units = numbers.reduce((sum, one) => sum + one.units * 10n ** BigInt(scale - one.scale), 0n)
  if (type?.type !== 'decimal') return units
  return isExact({ units, scale }) ? { is: 'decimal', exact: { units, scale } } : UNSURE
}

function ofRow(seen: SeenRow | null, path: readonly string[]): Known {
  const [field, ...deeper] = path
  if (field === undefined) return seen === null ? null : { is: 'row', row: seen.row }
  if (seen === null) throw new NobodyKnows()
  return inside(seen.values.get(field), deeper)
}

function inside(known: Known | undefined, path: readonly string[]): Known {
  if (known === undefined) throw new NobodyKnows()
  const [name, ...deeper] = path
  if (name === undefined) return known
  if (typeof known !== 'object' || known?.is !== 'parts') throw new NobodyKnows()
  return inside(known.parts.get(name), deeper)
}

const PLACE = /\{\{|\}\}|\{(\w+)\}|[{}]/g

function textOf(sight: Sight, { text, places }: Of<'text'>): Known {
  const words = textIn(sight.locale, text) ?? ''
  if (places.length === 0) return words
  const given = new Map(places.map(({ name, value }) => [name, evaluate(sight, value)]))
  let isSure = true
  const filled = words.replace(PLACE, (place, name?: string) => {
    if (place === '{{' || place === '}}') return place.charAt(0)
    const known = name === undefined ? undefined : given.get(name)
    if (typeof known === 'string') return known
    isSure &&= typeof known === 'bigint'
    return String(known)
  })
  return isSure ? filled : UNSURE
}

function calculate(sight: Sight, { operator, left, right }: Of<'arithmetic'>): Known {
  const [known, other] = [evaluate(sight, left), evaluate(sight, right)]
  const [one, two] = [numberOf(known), numberOf(other)]
  if (!one || !two) throw new NobodyKnows()
  const scale = operator === '*' ? one.scale + two.scale : Math.max(one.scale, two.scale)
  const at = (exact: typeof one) => exact.units * 10n ** BigInt(scale - exact.scale)
  const units =
    operator === '*' ? one.units * two.units : operator === '+' ? at(one) + at(two) : at(one) - at(two)
  if (typeof known === 'bigint' && typeof other === 'bigint') return units
  const exact = { units, scale }
  return isExact(exact) ? { is: 'decimal', exact } : UNSURE
}

function shift(sight: Sight, { date, direction, amount, unit }: Of<'shift'>): Known {
  const from = evaluate(sight, date)
  const there = isTime(from) ? shifted(from, direction, amount, unit) : undefined
  if (!there) throw new NobodyKnows()
  return there
}

/** Whether a condition holds; undefined where nobody can tell. */
export function holds(sight: Sight, condition: Condition): boolean | undefined {
  switch (condition.test) {
    case 'is_set': {
      const known = evaluate(sight, condition.value)
      return typeof known === 'object' && known?.is === 'unsure' ? undefined : known !== null
    }
    case 'in':
      return isAmong(evaluate(sight, condition.value), condition.among)
    case 'compare':
      return compares(condition.operator, ...sidesOf(sight, condition))
    case 'and':
      return all(sight, condition.conditions)
  }
}

function all(sight: Sight, conditions: readonly Condition[]): boolean | undefined {
  let result: boolean | undefined = true
  for (const condition of conditions) {
    const one = holds(sight, condition)
    if (one === false) return false
    if (one === undefined) result = undefined
  }
  return result
}

function isAmong(known: Known, among: readonly Constant[]): boolean | undefined {
  const found = among.map((constant) => same(known, constantLike(constant, known)))
  if (found.includes(true)) return true
  return found.includes(undefined) ? undefined : false
}

/** Both sides of a comparison, constants as the other side is. */
export function sidesOf(
  sight: Sight,
  { left, right }: Extract<Condition, { test: 'compare' }>,
): readonly [Known, Known] {
  if (left.value === 'constant') {
    const known = evaluate(sight, right)
    return [constantLike(left.constant, known), known]
  }
  const known = evaluate(sight, left)
  return [known, right.value === 'constant' ? constantLike(right.constant, known) : evaluate(sight, right)]
}

/** Whether two values are to each other as the operator says; undefined where nobody can tell. */
export function compares(operator: Comparison, one: Known, other: Known): boolean | undefined {
  if (operator === '=') return same(one, other)
  if (operator === '!=') {
    const equal = same(one, other)
    return equal === undefined ? undefined : !equal
  }
  const ordered = order(one, other)
  if (ordered === undefined) return isUnordered(one, other)
  if (operator === '<') return ordered < 0
  if (operator === '<=') return ordered <= 0
  return operator === '>' ? ordered > 0 : ordered >= 0
}

/** What is missing has no place in an order: Python would fail there. */
function isUnordered(one: Known, other: Known): undefined {
  if (one === null || other === null) throw new NobodyKnows()
  return undefined
}
