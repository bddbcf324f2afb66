import type { Step } from '@/lib/topology/model/step'
import type { Comparison, Condition } from '@/lib/topology/model/value'
import { phaseOf } from '@/lib/topology/steps/phases'
import type { Goal } from './attempt'

type Loop = Extract<Step, { readonly step: 'for_each' }>

/** The loops that do something about each item: write, publish or mail. */
export function actingLoops(steps: readonly Step[]): readonly Loop[] {
  return steps.flatMap((step) => (step.step === 'for_each' && phaseOf(step) > 0 ? [step] : []))
}

/** That so many items are found by all these loops. */
export function itemsOf(
  loops: readonly Loop[],
  operator: Comparison,
  count: number,
): ReadonlyMap<string, Condition> {
  const right = { value: 'constant', constant: count } as const
  return new Map(
    loops.map(({ of }) => [of, { test: 'compare', operator, left: { value: 'count', of }, right }]),
  )
}

/** What a run to the end may want of loops, the most telling first: several items, one, none of it. */
export function wishesFor(steps: readonly Step[]): readonly Pick<Goal, 'lists' | 'isWholeInside'>[] {
  const loops = actingLoops(steps)
  if (loops.length === 0) return [{}]
  const found = [itemsOf(loops, '>', 1), itemsOf(loops, '>', 0)]
  const isDoubted = loops.some((loop) => loop.steps.some(({ when }) => when !== undefined))
  const wholes = isDoubted ? found.map((lists) => ({ lists, isWholeInside: true })) : []
  return [...wholes, ...found.map((lists) => ({ lists })), {}]
}
