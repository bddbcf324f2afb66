import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect, useRef } from 'react'
import { NODE_SIZE, type Point } from '@/lib/store/placement'
import { useView } from '@/lib/store/view'
import type { CanvasNode } from './use-canvas-nodes'

/** When an edit adds nodes, and they or those that made room for them leave the window, they are shown. */
export function useNewcomersInView(
  nodes: readonly CanvasNode[],
  element: RefObject<HTMLDivElement | null>,
): void {
  const { flowToScreenPosition } = useReactFlow()
  const known = useRef<ReadonlyMap<string, Point>>(new Map())
  useEffect(() => {
    const before = known.current
    known.current = new Map(nodes.map(({ id, position }) => [id, position]))
    const box = element.current?.getBoundingClientRect()
    const added = nodes.some(({ id }) => !before.has(id))
    if (!box || before.size === 0 || !added) return
    const hidden = nodes.filter(({ id, position }) => {
      const last = before.get(id)
      if (last && last.x === position.x && last.y === position.y) return false
      const start = flowToScreenPosition(position)
      const end = flowToScreenPosition({ x: position.x + NODE_SIZE.width, y: position.y + NODE_SIZE.height })
      return start.x < box.left || start.y < box.top || end.x > box.right || end.y > box.bottom
    })
    const ids = hidden.map(({ id }) => id)
    if (ids.length > 0) requestAnimationFrame(() => useView.getState().canvas?.look(ids))
  }, [nodes, element, flowToScreenPosition])
}
