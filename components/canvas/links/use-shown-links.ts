import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useTopology } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { useBetween } from '../between/between'
import { touches, useDetail } from '../detail'
import { useHighlight } from '../highlight'
import { useScene } from '../scene'
import { CROWD, useLifted } from './board-state'

/**
 * The links that are elements of the page. Where there are many, the board shows them all, and only those are
 * elements that can be pointed at now or that stand out.
 */
export function useShownLinks(): { readonly lines: readonly string[]; readonly crowd: boolean } {
  const links = useTopology((topology) => topology.links)
  const all = useMemo(() => [...new Set(links.map(({ id }) => id))], [links])
  const crowd = all.length > CROWD
  const strong = useStrong()
  const detail = useDetail()
  const lines = useScene(
    useShallow(({ routes }) => {
      if (!crowd) return all
      return all.filter((id) => {
        const route = routes.get(id)
        return strong.has(id) || (!detail.far && route !== undefined && touches(detail, route))
      })
    }),
  )
  return { lines, crowd }
}

/** Links that are selected, highlighted, moved, or would take in what is dragged. */
function useStrong(): ReadonlySet<string> {
  const selected = useSelection(({ links }) => links)
  const lifted = useLifted(({ links }) => links)
  const shown = useHighlight(({ near, flow }) => (flow ?? near)?.links)
  const taking = useBetween(({ link }) => link)
  return useMemo(
    () => new Set([...selected, ...lifted, ...(shown ?? []), ...(taking === undefined ? [] : [taking])]),
    [selected, lifted, shown, taking],
  )
}
