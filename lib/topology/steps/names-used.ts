/** The results that a step names: in its values, as what it changes, goes through or answers with. */
import type { Step } from '../model/step'
import { eachValue } from './map-step'

/** Names of results that a step uses, inner steps included; not the name that it gives. */
export function namesUsed(step: Step): ReadonlySet<string> {
  const names = new Set<string>()
  collect(step, names)
  return names
}

function collect(step: Step, names: Set<string>): void {
  eachValue(step, (value) => {
    if (value.value === 'result') names.add(value.name)
    if (value.value === 'count' || value.value === 'sum') names.add(value.of)
  })
  if (step.step === 'update' || step.step === 'delete') names.add(step.target)
  if (step.step === 'answer' && step.content && step.content.body !== 'object') names.add(step.content.result)
  if (step.step !== 'for_each') return
  names.add(step.of)
  for (const inner of step.steps) collect(inner, names)
}
