import type { Edge, OnEdgesChange } from '@xyflow/react'
import { useCallback, useMemo } from 'react'
import { useTopology } from '@/lib/store/document'
import { select, useSelection } from '@/lib/store/selection'
import { useSay } from '@/lib/text/say'
import { describeLink } from './describe'

/** The links as the canvas holds them: their ends, and whether they are selected. */
export function useCanvasEdges() {
  const topology = useTopology()
  const selected = useSelection((selection) => selection.links)
  const say = useSay()
  const edges = useMemo(() => {
    const chosen = new Set(selected)
    return topology.links.map(
      (link): Edge => ({
        id: link.id,
        type: 'link',
        source: link.from,
        target: link.to,
        selected: chosen.has(link.id),
        ariaLabel: describeLink(topology, link, say),
      }),
    )
  }, [topology, selected, say])

  const onEdgesChange: OnEdgesChange = useCallback((changes) => {
    const selections = changes.filter((change) => change.type === 'select')
    if (selections.length === 0) return
    const { nodes, links } = useSelection.getState()
    const next = new Set(links)
    for (const change of selections) {
      if (change.selected) next.add(change.id)
      else next.delete(change.id)
    }
    select({ nodes, links: [...next] })
  }, [])

  return { edges, onEdgesChange }
}
