import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useDocument } from '@/lib/store/document'
import { useDetail } from '../detail'
import { useHighlight } from '../highlight'
import { useScene } from '../scene'
import { whenThemeChanges } from '../when-theme-changes'
import { useLifted } from './board-state'
import { type BoardColors, boardColors, paintLines } from './paint-lines'

/**
 * The lines of all links as one picture. Hundreds of long curves as elements would be painted again wherever anything
 * moves; the picture is only shifted with the view, and painted anew when the view rests or a link changed.
 */
export function Board() {
  const canvas = useRef<HTMLCanvasElement>(null)
  const ground = useRef<HTMLSpanElement>(null)
  const faded = useHighlight(({ near, flow }) => (flow ?? near) !== undefined)
  const store = useStoreApi()
  useEffect(() => {
    let frame: number | undefined
    let colors: BoardColors | undefined
    const paint = () => {
      frame = undefined
      const [, , zoom] = store.getState().transform
      if (!canvas.current || !ground.current) return
      colors ??= boardColors(canvas.current)
      paintLines(canvas.current, zoom, colors)
      const { left, top, right, bottom } = useDetail.getState().kept
      Object.assign(ground.current.style, toPixels({ left, top, width: right - left, height: bottom - top }))
    }
    const soon = () => {
      frame ??= requestAnimationFrame(paint)
    }
    const stops = [
      useScene.subscribe(() => {
        if (useLifted.getState().links.size === 0) soon()
      }),
      useDocument.subscribe(soon),
      useDetail.subscribe(soon),
      useLifted.subscribe(soon),
      whenThemeChanges(() => {
        colors = undefined
        soon()
      }),
      store.subscribe(({ transform }, before) => transform[2] !== before.transform[2] && soonAtRest()),
    ]
    let rest: ReturnType<typeof setTimeout> | undefined
    // While the zoom changes the picture is only scaled.
    const soonAtRest = () => {
      clearTimeout(rest)
      rest = setTimeout(soon, 120)
    }
    soon()
    return () => {
      for (const stop of stops) stop()
      clearTimeout(rest)
      if (frame !== undefined) cancelAnimationFrame(frame)
    }
  }, [store])
  return (
    <>
      <canvas ref={canvas} className="links-board" data-faded={faded} aria-hidden />
      <span ref={ground} className="links-ground" aria-hidden />
    </>
  )
}

function toPixels(sizes: Readonly<Record<string, number>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, `${size}px`]))
}
