import { type MouseEvent as ReactMouseEvent, useMemo } from 'react'
import { duplicateBy } from '@/lib/commands/clipboard'
import { currentTopology, edit } from '@/lib/store/document'
import { select } from '@/lib/store/selection'
import { combine } from '@/lib/topology/edits'
import { lookup } from '@/lib/topology/lookup'
import { putOnLink, showPutting, stopPutting } from './between/between'
import { movesOf } from './commit-moves'
import type { Spot } from './drawing/drawing'
import { hideGuides, showGuides } from './guides/guides'
import { showOriginals } from './guides/originals'
import { lift } from './links/board-state'
import type { CanvasNode } from './use-canvas-nodes'

type Drag = (event: ReactMouseEvent | TouchEvent | MouseEvent, node: CanvasNode, nodes: CanvasNode[]) => void

interface Dragged {
  readonly onDragStart: () => void
  readonly onDragStop: (moved: readonly CanvasNode[]) => void
  readonly onDragBack: () => void
}

/**
 * What happens while nodes are dragged: guides, the link that would take the node in; then the drop, as one edit. With
 * Alt held a copy is dropped, and what was dragged goes back.
 */
export function useDrag({ onDragStart, onDragStop, onDragBack }: Dragged) {
  return useMemo(() => {
    const onNodeDrag: Drag = (event, _node, nodes) => {
      const ids = nodes.map(({ id }) => id)
      showGuides(ids)
      showOriginals(event.altKey ? ids : [])
      const [only] = nodes
      if (event.altKey) stopPutting()
      else if (nodes.length === 1 && only) showPutting(pointOf(event), { node: only.id })
    }
    const stop = (nodes: readonly CanvasNode[], isCopy: boolean) => {
      hideGuides()
      showOriginals([])
      if (isCopy) {
        stopPutting()
        const shift = shiftOf(nodes)
        if (shift)
          duplicateBy(
            nodes.map(({ id }) => id),
            shift,
          )
        onDragBack()
        lift([])
        return
      }
      const [only] = nodes
      const between = putOnLink()
      stopPutting()
      if (between && only && nodes.length === 1) {
        const moves = movesOf(nodes)
        edit(moves ? combine(moves, between) : between)
        select({ nodes: [only.id] })
      }
      onDragStop(nodes)
      lift([])
    }
    const start = (nodes: readonly CanvasNode[]) => {
      const look = lookup(currentTopology())
      lift(nodes.flatMap(({ id }) => [...look.linksFrom(id), ...look.linksTo(id)]).map(({ id }) => id))
      onDragStart()
    }
    return {
      onNodeDragStart: (_event: unknown, _node: CanvasNode, nodes: CanvasNode[]) => start(nodes),
      onNodeDrag,
      onNodeDragStop: (event: Modified, _node: CanvasNode, nodes: CanvasNode[]) => stop(nodes, event.altKey),
      onSelectionDragStart: (_event: unknown, nodes: CanvasNode[]) => start(nodes),
      onSelectionDrag: (event: Modified, nodes: CanvasNode[]) => {
        const ids = nodes.map(({ id }) => id)
        showGuides(ids)
        showOriginals(event.altKey ? ids : [])
      },
      onSelectionDragStop: (event: Modified, nodes: CanvasNode[]) => stop(nodes, event.altKey),
    }
  }, [onDragStart, onDragStop, onDragBack])
}

type Modified = Pick<MouseEvent, 'altKey'>

/** How far what is dragged has come; undefined where it came back to where it was. */
function shiftOf([first]: readonly CanvasNode[]): Spot | undefined {
  const { layout } = currentTopology()
  const place =
    layout?.positions.find(({ node }) => node === first?.id) ??
    layout?.notes?.find(({ id }) => id === first?.id)
  if (!first || !place) return undefined
  const shift = { x: first.position.x - place.x, y: first.position.y - place.y }
  return shift.x === 0 && shift.y === 0 ? undefined : shift
}

function pointOf(event: ReactMouseEvent | TouchEvent | MouseEvent) {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 }
}
