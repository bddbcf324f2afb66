import { changeAt } from './at'
import type { Edit } from './edits'
import type { Step } from './model/step'
import type { Value } from './model/value'
import { mapValues } from './steps/map-step'

/** Gives the result of a step in one list another name, with everything in the list that names it. */
export function renameResult(
  service: string,
  list: readonly (string | number)[],
  was: string,
  name: string,
): Edit {
  return changeAt({ part: 'node', id: service, path: list }, (steps) =>
    Array.isArray(steps) ? steps.map((step) => renameIn(step as Step, was, name, false)) : steps,
  )
}

/** Inside a loop `item` is the item, whatever else has this name. */
function renameIn(step: Step, was: string, name: string, inLoop: boolean): Step {
  const next = (given: string) => (given === was ? name : given)
  const renamed = mapValues(step, (value) => renameValue(value, next))
  const own = 'as' in renamed && renamed.as !== undefined ? { ...renamed, as: next(renamed.as) } : renamed
  switch (own.step) {
    case 'update':
    case 'delete':
      return inLoop && own.target === 'item' ? own : { ...own, target: next(own.target) }
    case 'for_each':
      return { ...own, of: next(own.of), steps: own.steps.map((inner) => renameIn(inner, was, name, true)) }
    case 'answer':
      return own.content && own.content.body !== 'object'
        ? { ...own, content: { ...own.content, result: next(own.content.result) } }
        : own
    default:
      return own
  }
}

function renameValue(value: Value, next: (name: string) => string): Value {
  if (value.value === 'result') return { ...value, name: next(value.name) }
  return value.value === 'count' || value.value === 'sum' ? { ...value, of: next(value.of) } : value
}
