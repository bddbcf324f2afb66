import type { Step } from '@/lib/topology/model/step'
import type { Goal, Outcome } from './attempt'
import { begin, variableOf, withFound } from './begin'
import { NobodyKnows } from './evaluate'
import { isTime, type Known, NOBODY } from './known'
import type { Row, Rows } from './rows'
import { play } from './run'
import type { Frame, Situation } from './situation'
import { type Solved, solve } from './solve'
import { moved } from './time'

/** A test of a use case, certain to hold. */
export interface Scenario extends Solved {
  readonly about:
    | { readonly is: 'success' }
    /** The step that refuses. */
    | { readonly is: 'refusal'; readonly step: Extract<Step, { step: 'require' }> }
    /** The step that finds nothing. */
    | { readonly is: 'missing'; readonly step: Extract<Step, { step: 'load' }> }
    /** The step that is skipped. */
    | { readonly is: 'skipped'; readonly step: Step }
    /** The same request twice; whether both answers are surely the same. */
    | { readonly is: 'repetition'; readonly sameAnswer: boolean; readonly sameMails: boolean }
}

/** What the tests of a use case show, in the order of its steps; what is not certain is left out. */
export function scenariosOf(frame: Frame): readonly Scenario[] {
  const bare = attempt(() => begin(frame))
  if (!bare) return []
  const found = attempt(() => withFound(bare)) ?? bare
  const rich = succeed(found, frame.steps)
  // Where rows that are found stand in the way, nothing is found.
  const start = rich ? found : bare
  const success = rich ?? succeed(bare, frame.steps)
  return [
    ...(success ? [{ ...success, about: { is: 'success' } } as const] : []),
    ...(success ? repetition(success) : []),
    ...frame.steps.flatMap((_step, index) => atStep(start, frame.steps, index, success)),
  ]
}

function attempt<T>(make: () => T): T | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof NobodyKnows) return null
    throw error
  }
}

/** Every step runs, or, where that cannot be, as many as do. */
function succeed(start: Situation, steps: readonly Step[]): Solved | null {
  const all = new Map(steps.flatMap(({ when }, index) => (when ? [[index, true] as const] : [])))
  return solve(start, { end: null, whens: all }) ?? solve(start, { end: null, whens: new Map() })
}

function atStep(
  start: Situation,
  steps: readonly Step[],
  index: number,
  success: Solved | null,
): readonly Scenario[] {
  const step = steps[index]
  if (!step) return []
  const ending = attempt(() => endingAt(start, step, index)) ?? []
  const skipped = step.when ? skipping(start, steps, index, success) : []
  return [...skipped, ...ending]
}

function endingAt(start: Situation, step: Step, index: number): readonly Scenario[] {
  const whens = new Map(step.when ? [[index, true]] : [])
  const goal: Goal = { end: index, whens }
  if (step.step === 'require') {
    const solved = solve(start, goal)
    return solved ? [{ ...solved, about: { is: 'refusal', step } }] : []
  }
  if (step.step === 'for_each')
    return step.steps.flatMap((one, inner) => {
      if (one.step !== 'require') return []
      const solved = solve(start, { ...goal, inner })
      return solved ? [{ ...solved, about: { is: 'refusal', step: one } } as const] : []
    })
  if (step.step !== 'load') return []
  const without = withNothingToFind(start, step)
  const solved = without && solve(without, goal)
  return solved ? [{ ...solved, about: { is: 'missing', step } }] : []
}

function withNothingToFind(start: Situation, step: Extract<Step, { step: 'load' }>): Situation | null {
  const source = variableOf(step.value, new Map())
  if (step.by === 'id') return source ? start.with(source, NOBODY) : null
  const next = start.copy()
  for (const [row, { entity }] of start.placed)
    if (entity === start.frame.entity(step.entity) && !next.isNeeded(row) && isFoundBy(start, row, step))
      next.remove(row)
  return next
}

function isFoundBy(
  situation: Situation,
  row: string,
  { by, value, as }: Extract<Step, { step: 'load' }>,
): boolean {
  const source = variableOf(value, new Map())
  return source ? situation.isTied({ of: 'row', row, name: by }, source) : row === as
}

/** One for each condition: steps under the same are skipped together. */
function skipping(
  start: Situation,
  steps: readonly Step[],
  index: number,
  success: Solved | null,
): readonly Scenario[] {
  const step = steps[index]
  const condition = JSON.stringify(step?.when)
  const alike = steps.flatMap(({ when }, at) => (JSON.stringify(when) === condition ? [at] : []))
  if (!step || alike[0] !== index || success?.outcome.whens.get(index) !== true) return []
  const solved = solve(start, { end: null, whens: new Map(alike.map((at) => [at, false])) })
  return solved ? [{ ...solved, about: { is: 'skipped', step } }] : []
}

/** The same request once more, where the steps surely run through again after the first time. */
function repetition(success: Solved): readonly Scenario[] {
  const { situation, outcome } = success
  const inputs = situation.inputs()
  if ((outcome.written.size === 0 && outcome.published.length === 0) || !inputs) return []
  const { locale, steps, entity, operation, message, implied } = situation.frame
  const run = { locale, steps, entity, operation, message, implied, inputs }
  const again = play({ ...run, rows: aged(outcome.rows), isRepeated: true }, { end: null, whens: new Map() })
  if (!again.reached) return []
  const { written, answer, published } = again.outcome
  // The condition of an answer may hold no more.
  if ((answer === null) !== (outcome.answer === null)) return []
  // Without a write nobody keeps the first answer: what is published again has to be the same.
  if (outcome.written.size === 0 && namesOf(published) !== namesOf(outcome.published)) return []
  if ([...written.keys()].some((row) => !outcome.written.has(row))) return []
  const sameAnswer = answer?.is === 'row' && isKept(answer.row.row, written)
  const sameMails = again.outcome.mails.join(' ') === outcome.mails.join(' ')
  return [{ ...success, about: { is: 'repetition', sameAnswer, sameMails } }]
}

function namesOf(published: Outcome['published']): string {
  return published.map(({ message }) => message.name).join(' ')
}

function isKept(row: string, written: Outcome['written']): boolean {
  return written.get(row) !== undefined && written.get(row) !== 'delete'
}

/** Some time later, what was made at the moment of the test was made before. */
function aged(rows: Rows): Rows {
  return new Map([...rows].map(([name, row]) => [name, agedRow(row)]))
}

function agedRow({ entity, values }: Row): Row {
  return { entity, values: new Map([...values].map(([name, known]) => [name, older(known)])) }
}

function older(known: Known): Known {
  if (!isTime(known) || known.from === 'start') return known
  const before = moved(known, known.unit === 'date' ? -1n : -3_600_000_000n)
  return before ? { ...known, low: before.low } : { is: 'unsure' }
}
