import { type CSSProperties, useLayoutEffect, useState } from 'react'

/** Air between a notice and what stands beside it, in pixels. */
const AIR = 12
/** With less room than this between the controls it stands above them. */
const LEAST = 300

/**
 * Where notices stand: at the foot of the canvas between its zoom buttons and its overview, or above all that where
 * there is too little room, so that they cover no control.
 */
export function useNoticePlace(isShown: boolean): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>({ left: AIR, right: AIR, bottom: AIR })
  useLayoutEffect(() => {
    const canvas = document.querySelector('#canvas')
    if (!isShown || !canvas) return undefined
    const measure = () => setPlace(placeOver(canvas))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(canvas)
    return () => observer.disconnect()
  }, [isShown])
  return place
}

function placeOver(canvas: Element): CSSProperties {
  const frame = canvas.getBoundingClientRect()
  const rect = (selector: string) => visible(canvas.querySelector(selector)?.getBoundingClientRect())
  const [zoom, overview, flow] = [rect('[data-zoom]'), rect('[data-overview]'), rect('[data-flow-bar]')]
  const left = (zoom?.right ?? frame.left) + AIR
  const right = (overview?.left ?? frame.right) - AIR
  const isBetween = !flow && right - left >= LEAST
  if (isBetween) return { left, right: innerWidth - right, bottom: innerHeight - frame.bottom + AIR }
  const top = Math.min(flow?.top ?? frame.bottom, zoom?.top ?? frame.bottom)
  return { left: frame.left + AIR, right: innerWidth - frame.right + AIR, bottom: innerHeight - top + AIR }
}

function visible(rect: DOMRect | undefined): DOMRect | undefined {
  return rect && rect.width > 0 ? rect : undefined
}
