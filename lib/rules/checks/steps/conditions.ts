import type { Condition } from '@/lib/topology/model/value'
import { checkCondition } from '@/lib/topology/steps/condition'
import type { Scope } from '@/lib/topology/steps/scope'
import type { Path } from '@/lib/topology/steps/step-lists'
import type { Checked, StepFault } from './checked'
import { valueFaultWords } from './value-words'

/** Everything that is wrong with a condition of a step, in the scope that it is judged in. */
export function* conditionFaults(
  { reader }: Checked,
  path: Path,
  condition: Condition,
  scope: Scope,
): Generator<StepFault> {
  for (const found of checkCondition(scope, condition)) {
    yield { path: [...path, ...found.path], message: valueFaultWords(reader, found) }
  }
}
