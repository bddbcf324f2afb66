import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import { useDocument } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { useView } from '@/lib/store/view'
import { beginDrawing } from './drawing/drawing'
import { openFind } from './find/find-state'
import { walkFlow } from './flow/flow-state'
import { center } from './geometry'
import { editNote } from './notes/note-editing'
import { useScene } from './scene'

export const FIT = { padding: 0.15, maxZoom: 1 } as const
/** What is shown on request is not made larger than it is read best. */
const SHOW = { padding: 0.4, maxZoom: 1 } as const

/** Lets the rest of the page move the view and begin a link; a document that opens is shown whole. */
export function useCanvasPort(element: RefObject<HTMLDivElement | null>): void {
  const { fitView, screenToFlowPosition, flowToScreenPosition } = useReactFlow()
  const id = useDocument((document) => document.id)
  useEffect(() => {
    const middle = () => {
      const box = element.current?.getBoundingClientRect() ?? new DOMRect()
      return screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
    }
    const show = (ids: readonly string[]) =>
      void fitView({ ...SHOW, duration: duration(), nodes: ids.map((node) => ({ id: node })) })
    const connect = () => {
      const [from] = useSelection.getState().nodes
      const box = from === undefined ? undefined : useScene.getState().boxes.get(from)
      if (from === undefined || !box) return
      const end = center(box)
      beginDrawing(from, 'choice', { end, screen: flowToScreenPosition(end) })
    }
    useView.setState({
      canvas: {
        fit: () => void fitView({ ...FIT, duration: duration() }),
        show,
        middle,
        at: (place) => screenToFlowPosition(place),
        connect,
        editNote,
        find: openFind,
        walkFlow,
      },
    })
    return () => useView.setState({ canvas: undefined })
  }, [element, fitView, screenToFlowPosition, flowToScreenPosition])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is a reason to look at it whole
  useEffect(() => {
    const frame = requestAnimationFrame(() => void fitView(FIT))
    return () => cancelAnimationFrame(frame)
  }, [id, fitView])
}

/** How long the view takes to move, in milliseconds; no time where motion is unwelcome. */
function duration(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160
}
