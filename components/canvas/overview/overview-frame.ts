import type { Box } from '../geometry'

/** Air around the drawing, in pixels of the overview. */
const AIR = 5

/** The part of the canvas that the overview shows, and how many of its units lie on a pixel. */
export interface OverviewFrame extends Box {
  readonly unitsPerPixel: number
}

/** All nodes and what is seen now, in the middle of a picture of this size. */
export function overviewFrame(
  boxes: readonly Box[],
  seen: Box,
  size: { readonly width: number; readonly height: number },
): OverviewFrame {
  let [left, top, right, bottom] = [seen.x, seen.y, seen.x + seen.width, seen.y + seen.height]
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  const unitsPerPixel = Math.max(
    (right - left) / (size.width - 2 * AIR),
    (bottom - top) / (size.height - 2 * AIR),
  )
  const [width, height] = [size.width * unitsPerPixel, size.height * unitsPerPixel]
  return {
    x: (left + right - width) / 2,
    y: (top + bottom - height) / 2,
    width,
    height,
    unitsPerPixel,
  }
}
