import type { Step } from '../model/step'

type Loop = Extract<Step, { readonly step: 'for_each' }>

/** Whether a loop changes or deletes the rows that it goes through. */
export function changesItem({ steps }: Loop): boolean {
  return steps.some((one) => (one.step === 'update' || one.step === 'delete') && one.target === 'item')
}

/** The first loop of these steps that goes through the same list and changes its rows; -1 where none does. */
export function changedBefore(steps: readonly Step[], loop: Loop): number {
  return steps.findIndex((one) => one.step === 'for_each' && one.of === loop.of && changesItem(one))
}

/** Whether two of these loops change the rows of one list. */
export function changeTwice(steps: readonly Step[]): boolean {
  return steps.some(
    (step, index) =>
      step.step === 'for_each' && changesItem(step) && changedBefore(steps.slice(0, index), step) >= 0,
  )
}
