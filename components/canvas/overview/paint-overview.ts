import type { Box } from '../geometry'
import { resolveColor } from '../resolve-color'
import type { OverviewFrame } from './overview-frame'

/** Corners are round where they can be seen. */
const RADIUS = 24
const ROUND_FROM = 4

export interface OverviewColors {
  readonly node: string
  readonly mask: string
}

export function overviewColors(element: Element): OverviewColors {
  return {
    node: resolveColor('var(--color-edge)', element),
    mask: resolveColor('var(--color-overview-mask)', element),
  }
}

/** Every node as a spot, and a veil over what is not seen. */
export function paintOverview(
  painter: CanvasRenderingContext2D,
  frame: OverviewFrame,
  boxes: readonly Box[],
  seen: Box,
  colors: OverviewColors,
): void {
  const scale = painter.canvas.width / frame.width
  painter.setTransform(scale, 0, 0, scale, -frame.x * scale, -frame.y * scale)
  painter.clearRect(frame.x, frame.y, frame.width, frame.height)
  painter.fillStyle = colors.node
  painter.beginPath()
  for (const { x, y, width, height } of boxes) {
    if (height * scale < ROUND_FROM) painter.rect(x, y, width, height)
    else painter.roundRect(x, y, width, height, Math.min(RADIUS, height / 2))
  }
  painter.fill()
  painter.fillStyle = colors.mask
  painter.beginPath()
  painter.rect(frame.x, frame.y, frame.width, frame.height)
  painter.rect(seen.x, seen.y, seen.width, seen.height)
  painter.fill('evenodd')
}
