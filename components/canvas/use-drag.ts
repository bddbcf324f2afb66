import { type MouseEvent as ReactMouseEvent, useMemo } from 'react'
import { currentTopology, edit } from '@/lib/store/document'
import { select } from '@/lib/store/selection'
import { combine } from '@/lib/topology/edits'
import { lookup } from '@/lib/topology/lookup'
import { putOnLink, showPutting, stopPutting } from './between/between'
import { movesOf } from './commit-moves'
import { hideGuides, showGuides } from './guides/guides'
import { lift } from './links/board-state'
import type { CanvasNode } from './use-canvas-nodes'

type Drag = (event: ReactMouseEvent | TouchEvent | MouseEvent, node: CanvasNode, nodes: CanvasNode[]) => void

/** What happens while nodes are dragged: guides, the link that would take the node in; then the drop, as one edit. */
export function useDrag(onStart: () => void, onStop: (moved: readonly CanvasNode[]) => void) {
  return useMemo(() => {
    const onNodeDrag: Drag = (event, _node, nodes) => {
      showGuides(nodes.map(({ id }) => id))
      const [only] = nodes
      if (nodes.length === 1 && only) showPutting(pointOf(event), { node: only.id })
    }
    const stop = (nodes: readonly CanvasNode[]) => {
      hideGuides()
      const [only] = nodes
      const between = putOnLink()
      stopPutting()
      if (between && only && nodes.length === 1) {
        const moves = movesOf(nodes)
        edit(moves ? combine(moves, between) : between)
        select({ nodes: [only.id] })
      }
      onStop(nodes)
      lift([])
    }
    const start = (nodes: readonly CanvasNode[]) => {
      const look = lookup(currentTopology())
      lift(nodes.flatMap(({ id }) => [...look.linksFrom(id), ...look.linksTo(id)]).map(({ id }) => id))
      onStart()
    }
    return {
      onNodeDragStart: (_event: unknown, _node: CanvasNode, nodes: CanvasNode[]) => start(nodes),
      onNodeDrag,
      onNodeDragStop: (_event: unknown, _node: CanvasNode, nodes: CanvasNode[]) => stop(nodes),
      onSelectionDragStart: (_event: unknown, nodes: CanvasNode[]) => start(nodes),
      onSelectionDrag: (_event: unknown, nodes: CanvasNode[]) => showGuides(nodes.map(({ id }) => id)),
      onSelectionDragStop: (_event: unknown, nodes: CanvasNode[]) => stop(nodes),
    }
  }, [onStart, onStop])
}

function pointOf(event: ReactMouseEvent | TouchEvent | MouseEvent) {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 }
}
