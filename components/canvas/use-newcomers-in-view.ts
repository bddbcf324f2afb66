import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect, useRef } from 'react'
import { NODE_SIZE } from '@/lib/store/placement'
import { useView } from '@/lib/store/view'
import type { CanvasNode } from './use-canvas-nodes'

/** A node that an edit put outside of what can be seen brings everything into view. */
export function useNewcomersInView(
  nodes: readonly CanvasNode[],
  element: RefObject<HTMLDivElement | null>,
): void {
  const { flowToScreenPosition } = useReactFlow()
  const known = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const before = known.current
    known.current = new Set(nodes.map(({ id }) => id))
    const box = element.current?.getBoundingClientRect()
    const newcomers = nodes.filter(({ id }) => !before.has(id))
    if (!box || before.size === 0 || newcomers.length === 0) return
    const hidden = newcomers.some(({ position }) => {
      const start = flowToScreenPosition(position)
      const end = flowToScreenPosition({ x: position.x + NODE_SIZE.width, y: position.y + NODE_SIZE.height })
      return start.x < box.left || start.y < box.top || end.x > box.right || end.y > box.bottom
    })
    if (hidden) requestAnimationFrame(() => useView.getState().canvas?.fit())
  }, [nodes, element, flowToScreenPosition])
}
