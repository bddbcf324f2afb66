import type { Step } from '@/lib/topology/model/step'
import type { Comparison, Value } from '@/lib/topology/model/value'
import type { Entity, Field, FieldType } from '../../project'
import { withInner } from '../with-inner'
import type { Load } from './attempt'
import { around, asField, ordinary, samplesOf } from './candidates'
import { compares, NobodyKnows } from './evaluate'
import { converted, fits } from './fits'
import { fromJson, type Known } from './known'
import type { Find } from './search'
import { type Frame, Situation, type Variable } from './situation'

/** A situation with a row for every `load`, and ordinary values for everything that is asked. */
export function begin(frame: Frame): Situation {
  const situation = Situation.of(frame)
  const rows = new Map<string, string>()
  for (const step of frame.steps) {
    if (step.step !== 'load') continue
    const row = rowFor(situation, step, rows)
    if (row !== undefined) rows.set(step.as, row)
  }
  for (const field of frame.input) ask(situation, field)
  return situation
}

/**
 * The same situation with a row for every search, wherever one can be made that it surely finds; these may refer
 * to others that have to be made for them.
 */
export function withFound(start: Situation, refersToOthers: boolean): Situation {
  let situation = start
  for (const step of withInner(start.frame.steps)) {
    if (step.step !== 'find') continue
    situation = withRowFor(situation, step, refersToOthers) ?? situation
  }
  return situation
}

function withRowFor(situation: Situation, step: Find, refersToOthers: boolean): Situation | undefined {
  const next = situation.copy()
  const entity = next.frame.entity(step.entity)
  let row: string
  try {
    row = next.place(entity, step.as)
  } catch (error) {
    if (error instanceof NobodyKnows) return undefined
    throw error
  }
  const sought = wantedBy(next, step)
  for (const [index, { field: name, operator }] of step.where.entries()) {
    const field = entity.fields.find((one) => one.name === name)
    const wanted = sought?.[index]
    if (!field || wanted === undefined) continue
    const variable: Variable = { of: 'row', row, name }
    const value =
      (refersToOthers ? another(next, field, operator, wanted) : undefined) ??
      meeting(field, operator, wanted)
    if (value !== undefined) next.choose(variable, value)
  }
  return next.rows() ? next : undefined
}

/** What the conditions of a search compare with, if the steps get there. */
function wantedBy(situation: Situation, step: Find): readonly Known[] | undefined {
  let sought: readonly Known[] | undefined
  situation.play({ end: null, whens: new Map() }, (asked, wanted) => {
    if (asked === step) sought = wanted
  })
  return sought
}

/** A value of a field that is to another one as it should be. */
function meeting({ type, required }: Field, operator: Comparison, wanted: Known): Known | undefined {
  if (wanted === null) return operator === '=' && !required ? null : undefined
  return [wanted, ...around(wanted), ...ordinary(type)]
    .map((known) => asField(type, known))
    .find((known) => fits(type, known) && compares(operator, known, wanted) === true)
}

/** Another row than the one that is not to be referred to. */
function another(
  situation: Situation,
  { type }: Field,
  operator: Comparison,
  wanted: Known,
): Known | undefined {
  if (operator !== '!=' || type.type !== 'reference' || wanted === null) return undefined
  try {
    return { is: 'row', row: situation.referredTo(type.entity.name, 1) }
  } catch (error) {
    if (error instanceof NobodyKnows) return undefined
    throw error
  }
}

/** The row that a step is to find; undefined where none can be made for it. */
export function rowFor(
  situation: Situation,
  step: Load,
  rows: ReadonlyMap<string, string>,
): string | undefined {
  const entity = situation.frame.entity(step.entity)
  const source = variableOf(step.value, rows)
  return step.by === 'id' ? byId(situation, step, entity, source) : byField(situation, step, entity, source)
}

/** What a value is read from, where a scenario can choose it. */
export function variableOf(value: Value, rows: ReadonlyMap<string, string>): Variable | undefined {
  if (!('path' in value) || value.path.length !== 1) return undefined
  const [name = ''] = value.path
  if (value.value === 'input') return { of: 'input', name }
  const row =
    value.value === 'result' ? rows.get(value.name) : value.value === 'item' ? rows.get('item') : undefined
  return row === undefined ? undefined : { of: 'row', row, name }
}

function byId(
  situation: Situation,
  { as }: Load,
  entity: Entity,
  source: Variable | undefined,
): string | undefined {
  if (!source) return undefined
  const known = situation.get(source)
  const found = typeof known === 'object' && known?.is === 'row' ? known.row : undefined
  if (found !== undefined && situation.placed.get(found)?.entity.name === entity.name) return found
  const row = situation.place(entity, as)
  situation.choose(source, { is: 'row', row })
  return row
}

function byField(
  situation: Situation,
  { as, by, value }: Load,
  entity: Entity,
  source: Variable | undefined,
): string | undefined {
  if (source) {
    for (const [name, placed] of situation.placed)
      if (placed.entity.name === entity.name && situation.isTied({ of: 'row', row: name, name: by }, source))
        return name
  }
  const row = situation.place(entity, as)
  const field: Variable = { of: 'row', row, name: by }
  const type = entity.fields.find(({ name }) => name === by)?.type
  if (source) {
    situation.settle(source)
    situation.tie(field, source)
  }
  if (value.value === 'constant' && type) situation.choose(field, fromJson(type, value.constant))
  return row
}

/** Asks with a value that fits wherever it goes unchanged. */
function ask(situation: Situation, field: Field): void {
  const variable: Variable = { of: 'input', name: field.name }
  if (situation.get(variable) !== undefined) return
  // Where nothing is kept an id is as good as any other.
  if (field.type.type === 'reference' && situation.frame.sampled.size > 0) {
    situation.choose(variable, { is: 'row', row: situation.referredTo(field.type.entity.name, 0) })
    return
  }
  const known = sampleFor(field.type, flowsOf(situation.frame, field.name))
  if (known !== undefined) situation.choose(variable, known)
  else if (field.required && !field.default) throw new NobodyKnows()
}

function sampleFor(type: FieldType, others: readonly FieldType[]): Known | undefined {
  const samples = [type, ...others].flatMap(samplesOf)
  const fitting = samples.filter((known) => fits(type, known))
  return fitting.find((known) => others.every((other) => fits(other, converted(known, other)))) ?? fitting[0]
}

/** The types of the fields that an input goes into as it is. */
function flowsOf({ steps, entity }: Frame, name: string): readonly FieldType[] {
  return steps.flatMap((step) => {
    const written = step.step === 'create' || step.step === 'upsert' ? step.values : []
    const pairs = step.step === 'load' ? [{ name: step.by, value: step.value }] : written
    if (!('entity' in step)) return ofUpdate(steps, step, name, entity)
    const { fields } = entity(step.entity)
    return pairs.flatMap((pair) => (isInput(pair.value, name) ? typesOf(fields, pair.name) : []))
  })
}

function ofUpdate(
  steps: readonly Step[],
  step: Step,
  name: string,
  entity: Frame['entity'],
): readonly FieldType[] {
  if (step.step !== 'update') return []
  const loaded = steps.find((one) => one.step === 'load' && one.as === step.target)
  if (loaded?.step !== 'load') return []
  const { fields } = entity(loaded.entity)
  return step.values.flatMap((pair) => (isInput(pair.value, name) ? typesOf(fields, pair.name) : []))
}

function isInput(value: Value, name: string): boolean {
  return value.value === 'input' && value.path.length === 1 && value.path[0] === name
}

function typesOf(fields: readonly Field[], name: string): readonly FieldType[] {
  return fields.flatMap((field) => (field.name === name ? [field.type] : []))
}
