import type { Step } from '@/lib/topology/model/step'
import type { Condition, Value } from '@/lib/topology/model/value'
import type { Field } from '../../project'
import type { Obstacle } from './attempt'
import { rowFor, variableOf } from './begin'
import { around, asField, ordinary, samplesOf } from './candidates'
import { evaluate, type FoundList, holds, NobodyKnows, type Sight, sidesOf } from './evaluate'
import { fits } from './fits'
import { constantLike, type Known, keyOf } from './known'
import type { Situation, Variable } from './situation'

/** Whether the same stands in the way, at the same item of a loop. */
export function isSame(one: Obstacle, other: Obstacle): boolean {
  return atomOf(one) === atomOf(other) && itemOf(one) === itemOf(other)
}

function itemOf(obstacle: Obstacle): string | undefined {
  return 'sight' in obstacle ? obstacle.sight.item?.row : undefined
}

/** What stands in the way: a step, or a part of a condition, which is itself where it is one. */
function atomOf(obstacle: Obstacle): Condition | Value | Step | undefined {
  if (obstacle.is === 'missing') return obstacle.step
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
  if (obstacle.is === 'missing') return withRowFor(situation, obstacle)
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

function forValue(
  situation: Situation,
  sight: Sight,
  value: Value,
  hints: readonly Known[],
): readonly Situation[] {
  const rows = namesOf(sight)
  return leavesOf(value).flatMap((leaf) => {
    if (leaf.value === 'count' || leaf.value === 'sum') return ofList(situation, sight, leaf, hints)
    const variable = sourceOf(situation, leaf, rows) ?? variableOf(leaf, rows)
    const field = variable && fieldOf(situation, variable)
    return variable && field ? choices(situation, variable, field, hints) : []
  })
}

/** The rows that have a name, by it. */
function namesOf({ results, item }: Sight): ReadonlyMap<string, string> {
  return new Map(
    [...results, ['item', item] as const].flatMap(([name, seen]) =>
      seen ? [[name, seen.row] as const] : [],
    ),
  )
}

/** The row that has to be there. */
function withRowFor(
  situation: Situation,
  { sight, step }: Extract<Obstacle, { is: 'missing' }>,
): readonly Situation[] {
  const next = situation.copy()
  return known(() => rowFor(next, step, namesOf(sight))) === undefined ? [] : [next]
}

/** Other rows in a found list, or other values in them. */
function ofList(
  situation: Situation,
  sight: Sight,
  leaf: Extract<Value, { readonly value: 'count' | 'sum' }>,
  hints: readonly Known[],
): readonly Situation[] {
  const list = sight.lists.get(leaf.of)
  if (!list) return []
  const summed = leaf.value === 'sum' ? list.entity.fields.find(({ name }) => name === leaf.field) : undefined
  const changed = list.rows.flatMap(({ row }) =>
    summed ? choices(situation, { of: 'row', row, name: summed.name }, summed, hints) : [],
  )
  return [...changed, ...fewer(situation, list), ...more(situation, list)]
}

function fewer(situation: Situation, { rows }: FoundList): readonly Situation[] {
  const row = rows.findLast((one) => !situation.isNeeded(one.row))?.row
  if (row === undefined) return []
  const next = situation.copy()
  next.remove(row)
  return [next]
}

/** One more row, like the first. */
function more(situation: Situation, { entity, rows }: FoundList): readonly Situation[] {
  const [first] = rows
  const next = situation.copy()
  const row = known(() => next.place(entity, first?.row ?? entity.name))
  if (row === undefined) return []
  for (const [field, value] of first ? situation.changesOf(first.row) : [])
    if (!field.unique) next.choose({ of: 'row', row, name: field.name }, value)
  return [next]
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
