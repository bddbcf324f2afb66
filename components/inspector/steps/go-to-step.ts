import { useCallback } from 'react'
import { focusPlace, inside } from '@/lib/commands/lists'
import type { Place } from '@/lib/topology/at'
import type { Step } from '@/lib/topology/model/step'
import { isUnsaid } from '@/lib/topology/steps/load-key'
import { useOpenStep } from './open-step'

/** The control that the form of each step begins with. */
const FIRST: Readonly<Record<Step['step'], string>> = {
  load: 'entity',
  find: 'entity',
  for_each: 'of',
  require: 'condition',
  decide: 'rule',
  call: 'target',
  create: 'entity',
  update: 'target',
  delete: 'target',
  upsert: 'entity',
  publish: 'message',
  email: 'to',
  notify: 'chat',
  answer: 'status',
}

/** Opens a step and moves the focus to the first control of its form, or to what only a person can fill in. */
export function useGoToStep(): (place: Place, step: Step) => void {
  const { open } = useOpenStep()
  return useCallback(
    (place, step) => {
      open(place)
      const isOpen = step.step === 'load' && isUnsaid(step.value)
      focusPlace(inside(place, isOpen ? 'value' : FIRST[step.step]))
    },
    [open],
  )
}
