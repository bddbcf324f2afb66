import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import { useSelection } from '@/lib/store/selection'
import { useView } from '@/lib/store/view'
import { beginDrawing } from './drawing/drawing'
import { openFind } from './find/find-state'
import { walkFlow } from './flow/flow-state'
import { center } from './geometry'
import { editNote } from './notes/note-editing'
import { useScene } from './scene'
import { useLook } from './use-first-view'

const FIT = { padding: 0.15, maxZoom: 1 } as const
/** What is shown on request is not made larger than it is read best. */
const SHOW = { padding: 0.4, maxZoom: 1 } as const

/** Lets the rest of the page move the view and begin a link. */
export function useCanvasPort(element: RefObject<HTMLDivElement | null>): void {
  const { fitView, screenToFlowPosition, flowToScreenPosition } = useReactFlow()
  const look = useLook()
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
        look: (ids) => void look(ids, duration()),
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
  }, [element, fitView, look, screenToFlowPosition, flowToScreenPosition])
}

/** How long the view takes to move, in milliseconds; no time where motion is unwelcome. */
function duration(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160
}
