import type { ReactFlowInstance, useStoreApi } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import type { OverviewFrame } from './overview-frame'

/** How much one step of the wheel zooms, by its unit: a pixel, a line, a page. */
const WHEEL = [0.002, 0.05, 1] as const

/** The view is moved by dragging in the overview, and zoomed by the wheel. */
export function useSteer(
  canvas: RefObject<HTMLCanvasElement | null>,
  frame: RefObject<OverviewFrame | undefined>,
  store: ReturnType<typeof useStoreApi>,
  { setViewport, zoomTo }: Pick<ReactFlowInstance, 'setViewport' | 'zoomTo'>,
): void {
  useEffect(() => {
    const element = canvas.current
    if (!element) return undefined
    const listening = new AbortController()
    const { signal } = listening
    let last = { x: 0, y: 0 }
    const onDown = ({ button, pointerId, clientX, clientY }: PointerEvent) => {
      if (button !== 0) return
      element.setPointerCapture(pointerId)
      last = { x: clientX, y: clientY }
    }
    const onMove = ({ pointerId, clientX, clientY }: PointerEvent) => {
      if (!element.hasPointerCapture(pointerId) || !frame.current) return
      const [x, y, zoom] = store.getState().transform
      const way = frame.current.unitsPerPixel * zoom
      void setViewport({ x: x - (clientX - last.x) * way, y: y - (clientY - last.y) * way, zoom })
      last = { x: clientX, y: clientY }
    }
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const [, , zoom] = store.getState().transform
      void zoomTo(zoom * 2 ** (-event.deltaY * (WHEEL[event.deltaMode] ?? 1)))
    }
    element.addEventListener('pointerdown', onDown, { signal })
    element.addEventListener('pointermove', onMove, { signal })
    element.addEventListener('wheel', onWheel, { signal, passive: false })
    return () => listening.abort()
  }, [canvas, frame, store, setViewport, zoomTo])
}
