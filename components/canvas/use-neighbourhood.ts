import { useCallback, useEffect, useMemo, useRef } from 'react'
import { currentTopology, useTopology } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { isDrawing, useDrawing } from './drawing/drawing'
import { endsOf, type Highlight, neighbourhoodOf, useHighlight } from './highlight'
import type { CanvasNode } from './use-canvas-nodes'

/** So long the pointer stays on a node until the others fade, in milliseconds: who passes by sees nothing flicker. */
const REST = 350

/** What has nothing to do with the one thing that is selected, or rested on, is faded; never while a link is drawn. */
export function useNeighbourhood() {
  const nodes = useSelection((selection) => selection.nodes)
  const links = useSelection((selection) => selection.links)
  const topology = useTopology()
  const drawing = useDrawing(({ from }) => from !== undefined)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const selected = useMemo((): Highlight | undefined => {
    if (drawing || nodes.length + links.length !== 1) return undefined
    const [link] = links
    return link === undefined ? neighbourhoodOf(topology, nodes) : endsOf(topology, link)
  }, [topology, nodes, links, drawing])
  useEffect(() => useHighlight.setState({ near: selected }), [selected])

  const rest = useCallback((id: string) => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => {
      const { nodes: chosen, links: chosenLinks } = useSelection.getState()
      if (chosen.length + chosenLinks.length > 0 || isDrawing()) return
      useHighlight.setState({ near: neighbourhoodOf(currentTopology(), [id]) })
    }, REST)
  }, [])
  const leave = useCallback(() => {
    clearTimeout(waiting.current)
    if (!selected) useHighlight.setState({ near: undefined })
  }, [selected])
  return useMemo(
    () => ({
      onNodeMouseEnter: (_event: unknown, { id }: CanvasNode) => rest(id),
      onNodeMouseLeave: leave,
    }),
    [rest, leave],
  )
}
