import { type ReactFlowState, useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useTopology } from '@/lib/store/document'
import { canvasTexts } from '@/lib/text/canvas'
import { useSay } from '@/lib/text/say'
import type { Box } from '../geometry'
import { useScene } from '../scene'
import { whenThemeChanges } from '../when-theme-changes'
import { type OverviewFrame, overviewFrame } from './overview-frame'
import { type OverviewColors, overviewColors, paintOverview } from './paint-overview'
import { useSteer } from './use-steer'

const SIZE = { width: 152, height: 100 } as const

/** The whole design in small; worth its room only when there is much of it. */
export function Overview() {
  const crowded = useTopology(({ nodes }) => nodes.length > 5)
  return crowded ? <Picture /> : null
}

/**
 * One picture, painted at most once a frame. As elements, hundreds of spots would each be asked at every move of the
 * view where they are, and be painted again with the veil over them.
 */
function Picture() {
  const say = useSay()
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<OverviewFrame>(undefined)
  const store = useStoreApi()
  const { setViewport, zoomTo } = useReactFlow()
  useEffect(() => {
    const element = canvas.current
    const painter = element?.getContext('2d')
    if (!element || !painter) return undefined
    let colors: OverviewColors | undefined
    let next: number | undefined
    const paint = () => {
      next = undefined
      const now = store.getState()
      const boxes = boxesOf(now)
      const seen = seenOf(now)
      frame.current = overviewFrame(boxes, seen, SIZE)
      sharpen(element)
      colors ??= overviewColors(element)
      paintOverview(painter, frame.current, boxes, seen, colors)
    }
    const soon = () => {
      next ??= requestAnimationFrame(paint)
    }
    const stops = [
      store.subscribe((now, before) => {
        if (isOther(now, before)) soon()
      }),
      useScene.subscribe(soon),
      whenThemeChanges(() => {
        colors = undefined
        soon()
      }),
    ]
    soon()
    return () => {
      for (const stop of stops) stop()
      if (next !== undefined) cancelAnimationFrame(next)
    }
  }, [store])
  useSteer(canvas, frame, store, { setViewport, zoomTo })
  return (
    <canvas
      ref={canvas}
      data-overview
      role="img"
      aria-label={say(canvasTexts.minimap)}
      className="absolute right-3 bottom-3 z-[5] hidden touch-none rounded-lg border border-line bg-surface desk:block"
      style={SIZE}
    />
  )
}

/** As many points as the screen has; setting the size again would empty the picture. */
function sharpen(canvas: HTMLCanvasElement): void {
  const [width, height] = [SIZE.width * devicePixelRatio, SIZE.height * devicePixelRatio].map(Math.round)
  if (width !== undefined && canvas.width !== width) canvas.width = width
  if (height !== undefined && canvas.height !== height) canvas.height = height
}

function isOther(now: ReactFlowState, before: ReactFlowState): boolean {
  return (
    now.transform !== before.transform ||
    now.nodes !== before.nodes ||
    now.width !== before.width ||
    now.height !== before.height
  )
}

/** Where every node stands, also while it is dragged, and every note. */
function boxesOf({ nodes }: ReactFlowState): readonly Box[] {
  const { boxes } = useScene.getState()
  return nodes.map(
    ({ id, position, initialWidth = 0, initialHeight = 0 }) =>
      boxes.get(id) ?? { ...position, width: initialWidth, height: initialHeight },
  )
}

function seenOf({ transform: [x, y, zoom], width, height }: ReactFlowState): Box {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
}
