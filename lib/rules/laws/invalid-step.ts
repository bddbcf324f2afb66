import type { Lookup } from '@/lib/topology/lookup'
import { findingsOfSteps } from '../checks/steps/check-service'
import { invalidSteps, validSteps } from '../checks/steps/step-examples'
import type { DrawnRule, Finding } from '../rule'
import { text } from '../words'

export const invalidStep: DrawnRule = {
  id: 'invalid-step',
  group: 'communication',
  severity: 'error',
  title: text(
    'A step names only what exists and values of the right type.',
    'Шаг называет только то, что есть, и значения нужного типа.',
  ),
  why: text(
    'Steps become code that is checked for types; what does not fit would not run.',
    'Шаги становятся кодом с проверкой типов; то, что не подходит, не заработает.',
  ),
  check,
  examples: { valid: validSteps, invalid: invalidSteps },
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) yield* findingsOfSteps(look, service)
}
