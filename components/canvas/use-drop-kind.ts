import { useReactFlow } from '@xyflow/react'
import { type DragEvent, useMemo } from 'react'
import { kinds } from '@/lib/catalog/catalog'
import type { Kind } from '@/lib/catalog/kind'
import { addAt } from '@/lib/commands/add-at'
import { edit } from '@/lib/store/document'
import { GRID, type Point } from '@/lib/store/placement'
import { select } from '@/lib/store/selection'
import { putOnLink, showPutting, stopPutting, useBetween } from './between/between'
import { DRAGGED_KIND, draggedKind } from './dragged-kind'
import { sizeOf } from './node-size'

/** Takes a kind that was dragged here from the palette; over a link, between its ends. */
export function useDropKind() {
  const { screenToFlowPosition } = useReactFlow()
  return useMemo(() => {
    const placeFor = (kind: Kind, { clientX, clientY }: DragEvent): Point => {
      const { x, y } = screenToFlowPosition({ x: clientX, y: clientY })
      const { width, height } = sizeOf(kind)
      return { x: snap(x - width / 2), y: snap(y - height / 2) }
    }
    const onDragOver = (event: DragEvent) => {
      const kind = draggedKind(event.dataTransfer.types)
      if (!event.dataTransfer.types.includes(DRAGGED_KIND)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      const screen = { x: event.clientX, y: event.clientY }
      if (kind) showPutting(screen, { kind: kind.id, at: placeFor(kind, event) })
    }
    const onDrop = (event: DragEvent) => {
      const kind = kinds.find(({ id }) => id === event.dataTransfer.getData(DRAGGED_KIND))
      const between = useBetween.getState().link === undefined ? undefined : putOnLink()
      stopPutting()
      if (!kind) return
      event.preventDefault()
      if (between) dropBetween(between)
      else addAt(kind, placeFor(kind, event))
    }
    return { onDragOver, onDrop, onDragLeave: stopPutting }
  }, [screenToFlowPosition])
}

function dropBetween(change: Parameters<typeof edit>[0]): void {
  const before = new Set<string>()
  let first: string | undefined
  edit((topology) => {
    for (const { id } of topology.nodes) before.add(id)
    const changed = change(topology)
    first = changed.nodes.find(({ id }) => !before.has(id))?.id
    return changed
  })
  if (first !== undefined) select({ nodes: [first] })
}

function snap(value: number): number {
  return Math.round(value / GRID) * GRID
}
