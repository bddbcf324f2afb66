import { create } from 'zustand'

/** Whether the search over the drawing stands open. */
export const useFind = create<{ readonly open: boolean }>()(() => ({ open: false }))

export function openFind(): void {
  useFind.setState({ open: true })
}

export function closeFind(): void {
  useFind.setState({ open: false })
}
