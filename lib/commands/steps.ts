import { currentTopology, edit } from '@/lib/store/document'
import type { Place } from '@/lib/topology/at'
import { combine } from '@/lib/topology/edits'
import { freshName } from '@/lib/topology/fresh'
import { lookup } from '@/lib/topology/lookup'
import type { Step } from '@/lib/topology/model/step'
import { scopeAt, scopeBefore } from '@/lib/topology/steps/analysis'
import { freshStep, indexForNew } from '@/lib/topology/steps/fresh-step'
import { giveInput } from '@/lib/topology/steps/give-input'
import { missingInput } from '@/lib/topology/steps/load-key'
import { type StepType, stepsAllowedIn } from '@/lib/topology/steps/phases'
import { RESERVED_RESULTS, type Scope } from '@/lib/topology/steps/scope'
import { stepListsOf } from '@/lib/topology/steps/step-lists'
import { insertItems, inside } from './lists'
import { setAt, valueAt } from './set-at'

/** A step that may be added to a list; without the step where nothing is there yet that it could be about. */
export interface PossibleStep {
  readonly type: StepType
  /** Where it goes, so that the order of the list holds. */
  readonly index: number
  readonly step: Step | undefined
}

function stepsAt(list: Place): readonly Step[] {
  const value = valueAt(currentTopology(), list)
  return Array.isArray(value) ? (value as readonly Step[]) : []
}

function scopeOf(list: Place, index: number): Scope | undefined {
  return scopeAt(lookup(currentTopology()), list.id ?? '', [...(list.path ?? []), index])
}

/** Whether a list is the one of a `for_each`: it stands inside a step. */
export function isInLoop(list: Place): boolean {
  return (list.path ?? []).length > 3
}

/** What may be added to a list of steps, each made as complete as it can be. */
export function possibleSteps(list: Place): readonly PossibleStep[] {
  const look = lookup(currentTopology())
  const service = look.service(list.id ?? '')
  const steps = stepsAt(list)
  const path = list.path ?? []
  const around = service && stepListsOf(service).find((one) => one.path.every((key, at) => key === path[at]))
  if (!service || !around) return []
  return stepsAllowedIn(around.context.in, service.kind, isInLoop(list)).map((type) => {
    const index = indexForNew(steps, type)
    return { type, index, step: freshStep(look, { service: service.id, path: [...path, index] }, type) }
  })
}

/**
 * Puts a new step into a list, as one undo step; a use case gets the input that the step loads by. Answers the name of
 * that input, where there was none.
 */
export function addStep(list: Place, index: number, step: Step): string | undefined {
  const path = [...(list.path ?? []), index]
  const service = list.id ?? ''
  const scope = scopeBefore(lookup(currentTopology()), service, path)
  const input = scope && missingInput(scope, step)
  const insert = setAt(list, stepsAt(list).toSpliced(index, 0, step))
  edit(input ? combine(giveInput(service, path, input), insert) : insert)
  return input?.name
}

/** Puts a copy of a step after it, with a result of its own; answers the place of the copy. */
export function duplicateStep(list: Place, index: number): Place {
  const step = stepsAt(list)[index]
  if (step) insertItems(list, index + 1, [withFreshResult(list, step)])
  return inside(list, index + 1)
}

/** Puts a copy of any step after another of a list; answers its place. */
export function pasteStep(list: Place, index: number, step: Step): Place {
  insertItems(list, index + 1, [withFreshResult(list, step)])
  return inside(list, index + 1)
}

/** The step with a result that nothing else in its list is called. */
function withFreshResult(list: Place, step: Step): Step {
  if (!('as' in step) || !step.as) return step
  return { ...step, as: freshName(takenResults(list), step.as) }
}

/** Every name that no further result of this list may have. */
function takenResults(list: Place): ReadonlySet<string> {
  const root = { ...list, path: (list.path ?? []).slice(0, 3) }
  const names = stepsAt(root).flatMap((step) =>
    (step.step === 'for_each' ? [step, ...step.steps] : [step]).flatMap((one) =>
      'as' in one && one.as ? [one.as] : [],
    ),
  )
  return new Set([...RESERVED_RESULTS, ...names])
}

/** The list that a step could be repeated for: the last one found before it. */
export function listBefore(list: Place, index: number): string | undefined {
  if (isInLoop(list) || stepsAt(list)[index]?.step === 'for_each') return undefined
  const results = [...(scopeOf(list, index)?.results ?? [])]
  return results.findLast(([, { type }]) => type.is === 'entities')?.[0]
}

/** Puts a step inside a loop over the last list before it. */
export function wrapInForEach(list: Place, index: number): void {
  const of = listBefore(list, index)
  const step = stepsAt(list)[index]
  if (of === undefined || !step || step.step === 'answer') return
  edit(setAt(inside(list, index), { step: 'for_each', of, steps: [step] } satisfies Step))
}

/** Why a result may not be called so: another one is. */
export function isResultTaken(step: Place, name: string): boolean {
  const now = valueAt(currentTopology(), inside(step, 'as'))
  const list = { ...step, path: (step.path ?? []).slice(0, -1) }
  return name !== now && takenResults(list).has(name)
}

/** Calls the result of a step otherwise, there and wherever later steps name it: one undo step. */
export function renameStepResult(step: Place, name: string | undefined): void {
  const place = inside(step, 'as')
  if (valueAt(currentTopology(), place) !== name) edit(setAt(place, name))
}
