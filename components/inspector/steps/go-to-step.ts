import { useCallback } from 'react'
import { focusPlace, inside } from '@/lib/commands/lists'
import type { Place } from '@/lib/topology/at'
import type { Step } from '@/lib/topology/model/step'
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

/** Opens a step and moves the focus to the first control of its form. */
export function useGoToStep(): (place: Place, step: Step) => void {
  const { open } = useOpenStep()
  return useCallback(
    (place, step) => {
      open(place)
      focusPlace(inside(place, FIRST[step.step]))
    },
    [open],
  )
}
