import type { Condition, Value } from '@/lib/topology/model/value'
import type { Field, FieldType } from '../../project'
import { decimalText } from '../../python/samples'
import { samplesOf, variableOf } from './begin'
import { evaluate, holds, NobodyKnows, type Sight, sidesOf } from './evaluate'
import { fits } from './fits'
import { constantLike, fromJson, isTime, type Known, keyOf, numberOf } from './known'
import type { Obstacle } from './run'
import type { Situation, Variable } from './situation'
import { moved, readTime } from './time'

/** An enum with more values is long enough with these. */
const MOST_OPTIONS = 20

/** The part of a condition that stands in the way; the condition itself where it is one. */
export function atomOf(obstacle: Obstacle): Condition | Value | undefined {
  if (obstacle.is === 'value') return obstacle.value
  return obstacle.is === 'condition' ? firstWrong(obstacle) : undefined
}

type OfCondition = Extract<Obstacle, { is: 'condition' }>

function firstWrong({
  sight,
  condition,
  wanted,
}: Pick<OfCondition, 'sight' | 'condition' | 'wanted'>): Condition {
  if (condition.test !== 'and' || !wanted) return condition
  const part = condition.conditions.find((one) => known(() => holds(sight, one)) !== true)
  return part ? firstWrong({ sight, condition: part, wanted }) : condition
}

function known<T>(find: () => T): T | undefined {
  try {
    return find()
  } catch (error) {
    if (error instanceof NobodyKnows) return undefined
    throw error
  }
}

/** Situations like this one in which something else may happen at the obstacle. */
export function repairs(situation: Situation, obstacle: Obstacle): readonly Situation[] {
  if (obstacle.is === 'nobody knows') return []
  if (obstacle.is === 'value') {
    const hints = samplesOf(obstacle.field.type)
    return forValue(situation, obstacle.sight, obstacle.value, [null, ...hints])
  }
  const atom = firstWrong(obstacle)
  const atoms = atom.test === 'and' ? atom.conditions : [atom]
  return atoms.flatMap((one) => forCondition(situation, obstacle.sight, one, obstacle.wanted))
}

function forCondition(
  situation: Situation,
  sight: Sight,
  condition: Condition,
  wanted: boolean,
): readonly Situation[] {
  switch (condition.test) {
    case 'and':
      return condition.conditions.flatMap((one) => forCondition(situation, sight, one, wanted))
    case 'is_set':
      return forValue(situation, sight, condition.value, wanted ? [] : [null])
    case 'in': {
      const value = known(() => evaluate(sight, condition.value)) ?? null
      const hints = condition.among.map((constant) => constantLike(constant, value))
      return forValue(situation, sight, condition.value, hints)
    }
    case 'compare': {
      const sides = known(() => sidesOf(sight, condition)) ?? []
      const hints = [...sides].reverse().flatMap(around)
      return [
        ...forValue(situation, sight, condition.left, hints),
        ...forValue(situation, sight, condition.right, hints),
      ]
    }
  }
}

/** A value and its neighbours. */
function around(value: Known): readonly Known[] {
  const number = numberOf(value)
  if (number) {
    const next = [number.units, number.units + 1n, number.units - 1n]
    const whole = number.scale === 0 ? [] : [number.units / 10n ** BigInt(number.scale)]
    return [
      ...next.map((units): Known => ({ is: 'decimal', exact: { units, scale: number.scale } })),
      ...(number.scale === 0 ? next : whole.flatMap((units) => [units, units + 1n, units - 1n])),
    ]
  }
  if (!isTime(value) || value.from === 'now') return [value]
  const step = value.unit === 'date' ? 1n : 1_000_000n
  return [value, ...[moved(value, step), moved(value, -step)].flatMap((time) => time ?? [])]
}

function forValue(
  situation: Situation,
  sight: Sight,
  value: Value,
  hints: readonly Known[],
): readonly Situation[] {
  const rows = new Map(
    [...sight.results].flatMap(([name, seen]) => (seen ? [[name, seen.row] as const] : [])),
  )
  return leavesOf(value).flatMap((leaf) => {
    const variable = sourceOf(situation, leaf, rows) ?? variableOf(leaf, rows)
    const field = variable && fieldOf(situation, variable)
    return variable && field ? choices(situation, variable, field, hints) : []
  })
}

/** The id of a row is what the row was loaded by. */
function sourceOf(
  { frame }: Situation,
  leaf: Value,
  rows: ReadonlyMap<string, string>,
): Variable | undefined {
  if (leaf.value !== 'result' || leaf.path.length !== 1 || leaf.path[0] !== 'id') return undefined
  const load = frame.steps.find((step) => step.step === 'load' && step.as === leaf.name)
  return load?.step === 'load' && load.by === 'id' ? variableOf(load.value, rows) : undefined
}

/** The values that a value is made of. */
function leavesOf(value: Value): readonly Value[] {
  switch (value.value) {
    case 'arithmetic':
      return [...leavesOf(value.left), ...leavesOf(value.right)]
    case 'shift':
      return leavesOf(value.date)
    case 'text':
      return value.places.flatMap((place) => leavesOf(place.value))
    default:
      return [value]
  }
}

function fieldOf({ frame, placed }: Situation, variable: Variable): Field | undefined {
  const fields = variable.of === 'input' ? frame.input : placed.get(variable.row)?.entity.fields
  return fields?.find(({ name }) => name === variable.name)
}

function choices(
  situation: Situation,
  variable: Variable,
  field: Field,
  hints: readonly Known[],
): readonly Situation[] {
  const { type, required } = field
  const entity = type.type === 'reference' ? type.entity.name : entityBehind(situation, variable)
  if (entity !== undefined) return otherRows(situation, variable, entity, hints)
  const before = keyOf(situation.get(variable) ?? null)
  const seen = new Set(situation.get(variable) === undefined ? [] : [before])
  return [...hints, ...ordinary(type), null].flatMap((value) => {
    if (value === null ? required : !fits(type, asField(type, value))) return []
    const chosen = asField(type, value)
    if (seen.has(keyOf(chosen))) return []
    seen.add(keyOf(chosen))
    return [situation.with(variable, chosen)]
  })
}

/** The entity whose row a value is the id of, though its type does not say so. */
function entityBehind(situation: Situation, variable: Variable): string | undefined {
  const value = situation.get(variable)
  if (typeof value !== 'object' || value?.is !== 'row') return undefined
  return situation.placed.get(value.row)?.entity.name
}

/** A whole number where decimals have none behind the point, and the other way round. */
function asField(type: FieldType, value: Known): Known {
  const number = numberOf(value)
  if (!number) return value
  if (type.type === 'decimal') return { is: 'decimal', exact: number }
  return type.type === 'integer' && number.scale === 0 ? number.units : value
}

function otherRows(
  situation: Situation,
  variable: Variable,
  entity: string,
  hints: readonly Known[],
): readonly Situation[] {
  const rows = [...situation.placed]
    .filter(([, placed]) => placed.entity.name === entity)
    .map(([name]) => name)
  const there = rows.map((row): Known => ({ is: 'row', row }))
  const known = [...hints.filter((hint) => there.some((one) => keyOf(one) === keyOf(hint))), ...there]
  const changed = known.map((row) => situation.with(variable, row))
  return [...changed, ...withAnother(situation, variable, entity)]
}

function withAnother(situation: Situation, variable: Variable, entity: string): readonly Situation[] {
  const next = situation.copy()
  const row = known(() => next.referredTo(entity, 1))
  if (row === undefined) return []
  next.choose(variable, { is: 'row', row })
  return [next]
}

/** Values that are different in what conditions ask about: both ends, long ago and far ahead, every option. */
function ordinary(type: FieldType): readonly Known[] {
  const samples = samplesOf(type)
  switch (type.type) {
    case 'boolean':
      return [true, false]
    case 'enum':
      return type.values.slice(0, MOST_OPTIONS).map(({ name }) => name)
    case 'integer':
      return [...samples, BigInt(type.max), BigInt(type.min), 0n, 1n]
    case 'decimal':
      return [...samples, ...endsOf(type)]
    case 'date':
      return ['2024-01-01', '2999-01-01'].flatMap((day) => readTime('date', day) ?? [])
    case 'datetime':
      return ['2024-01-01T10:00:00Z', '2999-01-01T10:00:00Z'].flatMap(
        (moment) => readTime('datetime', moment) ?? [],
      )
    default:
      return samples
  }
}

function endsOf(type: Extract<FieldType, { type: 'decimal' }>): readonly Known[] {
  const most = decimalText(10n ** BigInt(type.precision) - 1n, type.scale)
  return [type.max ?? most, type.min ?? `-${most}`, '0'].map((text) => fromJson(type, text))
}
