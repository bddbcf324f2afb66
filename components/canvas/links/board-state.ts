import { create } from 'zustand'
import { useTopology } from '@/lib/store/document'
import { useHighlight } from '../highlight'

/** With more links than this their lines are painted on one board instead of being elements of the page. */
export const CROWD = 150

/** Links that move now, with the nodes that are dragged: they are lifted off the board until the drop. */
export const useLifted = create<{ readonly links: ReadonlySet<string> }>()(() => ({ links: new Set() }))

export function lift(links: readonly string[]): void {
  if (links.length > 0 || useLifted.getState().links.size > 0) useLifted.setState({ links: new Set(links) })
}

/** Whether the board shows the line of a link, so that it needs none of its own. */
export function useIsOnBoard(id: string, strong: boolean): boolean {
  const crowd = useTopology(({ links }) => links.length > CROWD)
  const lifted = useLifted(({ links }) => links.has(id))
  const shown = useHighlight(({ near, flow }) => (flow ?? near)?.links.has(id) ?? false)
  return crowd && !strong && !lifted && !shown
}
