import { create } from 'zustand'

/** Whether the files are shown, and how much room they take. */
export interface ExploreView {
  readonly open: boolean
  /** Over the canvas instead of below it. */
  readonly whole: boolean
}

export const useExplore = create<ExploreView>()(() => ({ open: false, whole: false }))

/** Shows the files of the download, or puts them away. */
export function toggleExplore(): void {
  useExplore.setState(({ open }) => ({ open: !open }))
}

export function closeExplore(): void {
  useExplore.setState({ open: false })
}

export function toggleWhole(): void {
  useExplore.setState(({ whole }) => ({ whole: !whole }))
}
