import type { Step } from '@/lib/topology/model/step'
import { actingLoops, itemsOf, wishesFor } from './acting-loops'
import type { Goal } from './attempt'
import { begin, variableOf, withFound } from './begin'
import { NobodyKnows } from './evaluate'
import { NOBODY } from './known'
import { type Repeated, repeated } from './repetition'
import type { Frame, Situation } from './situation'
import { type Solved, solve } from './solve'

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
    /** The loops find nothing to do anything about. */
    | { readonly is: 'nothing' }
    /** The same request twice. */
    | ({ readonly is: 'repetition' } & Repeated)
}

/** What the tests of a use case show, in the order of its steps; what is not certain is left out. */
export function scenariosOf(frame: Frame): readonly Scenario[] {
  const bare = attempt(() => begin(frame))
  if (!bare) return []
  const [start, success] = beginning(bare, frame.steps)
  const is = success && isIdle(frame.steps, success) ? 'nothing' : 'success'
  return [
    ...(success ? [{ ...success, about: { is } } as const] : []),
    ...(success ? nothing(bare, frame.steps, success) : []),
    ...(success ? repetition(success) : []),
    ...frame.steps.flatMap((_step, index) => atStep(start, frame.steps, index, success)),
  ]
}

/** Where to begin, and how all goes well from there: the first way in which something is done; else where nothing is found. */
function beginning(bare: Situation, steps: readonly Step[]): readonly [Situation, Solved | null] {
  let first: readonly [Situation, Solved] | undefined
  for (const refersToOthers of [false, true]) {
    const start = attempt(() => withFound(bare, refersToOthers))
    const success = start && succeed(start, steps)
    if (!success) continue
    if (!isIdle(steps, success)) return [start, success]
    first ??= [start, success]
  }
  // Where rows that are found stand in the way, nothing is found.
  return first ?? [bare, succeed(bare, steps)]
}

function attempt<T>(make: () => T): T | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof NobodyKnows) return null
    throw error
  }
}

/** Every step runs, for several items; where that cannot be, as many as do. */
function succeed(start: Situation, steps: readonly Step[]): Solved | null {
  for (const wishes of wishesFor(steps)) {
    const solved = runThrough(start, steps, wishes)
    if (solved) return solved
  }
  return null
}

function runThrough(start: Situation, steps: readonly Step[], wishes: Partial<Goal>): Solved | null {
  const all = new Map(steps.flatMap(({ when }, index) => (when ? [[index, true] as const] : [])))
  const whole = all.size > 0 ? solve(start, { ...wishes, end: null, whens: all }) : null
  return whole ?? solve(start, { ...wishes, end: null, whens: new Map() })
}

/** Whether all its loops find nothing to do anything about. */
function isIdle(steps: readonly Step[], { outcome }: Solved): boolean {
  const loops = actingLoops(steps)
  return loops.length > 0 && !loops.some(({ of }) => outcome.found.get(of))
}

/** Nothing is there that the loops could do anything about, where the success does something. */
function nothing(bare: Situation, steps: readonly Step[], success: Solved): readonly Scenario[] {
  const loops = actingLoops(steps)
  if (loops.length === 0 || isIdle(steps, success)) return []
  const solved = runThrough(bare, steps, { lists: itemsOf(loops, '=', 0) })
  return solved ? [{ ...solved, about: { is: 'nothing' } }] : []
}

/** The same request once more. */
function repetition(success: Solved): readonly Scenario[] {
  const twice = repeated(success)
  return twice ? [{ ...success, about: { is: 'repetition', ...twice } }] : []
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
      // What is done about other items stays done.
      const lists = itemsOf(actingLoops([step]), '=', 1)
      const solved = solve(start, { ...goal, inner, lists })
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
