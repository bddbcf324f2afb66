import { create } from 'zustand'

/** Where on the way of a flow a person stands; undefined while it is only shown. */
export const useFlowWalk = create<{ readonly at: number | undefined }>()(() => ({ at: undefined }))

/** Takes the keyboard to the bar of the flow that is shown, if one is. */
export function walkFlow(): void {
  document
    .querySelector<HTMLElement>('[data-flow-bar] button[aria-current], [data-flow-bar] ol button')
    ?.focus()
}
