import { Position } from '@xyflow/react'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface End {
  readonly x: number
  readonly y: number
  readonly side: Position
}

/** Where the line ends: the tip of its arrow (9) goes on from there, and keeps off the node (3). */
const GAP = 12

/** Where a link leaves one box and meets the other: in the middle of the sides that face each other. */
export function facingEnds(from: Box, to: Box): readonly [End, End] {
  const dx = center(to).x - center(from).x
  const dy = center(to).y - center(from).y
  const gapX = Math.abs(dx) - (from.width + to.width) / 2
  const gapY = Math.abs(dy) - (from.height + to.height) / 2
  if (gapX >= gapY) {
    return dx >= 0
      ? [end(from, Position.Right, 0), end(to, Position.Left, GAP)]
      : [end(from, Position.Left, 0), end(to, Position.Right, GAP)]
  }
  return dy >= 0
    ? [end(from, Position.Bottom, 0), end(to, Position.Top, GAP)]
    : [end(from, Position.Top, 0), end(to, Position.Bottom, GAP)]
}

function center({ x, y, width, height }: Box) {
  return { x: x + width / 2, y: y + height / 2 }
}

function end(box: Box, side: Position, gap: number): End {
  const { x, y } = center(box)
  switch (side) {
    case Position.Left:
      return { x: box.x - gap, y, side }
    case Position.Right:
      return { x: box.x + box.width + gap, y, side }
    case Position.Top:
      return { x, y: box.y - gap, side }
    case Position.Bottom:
      return { x, y: box.y + box.height + gap, side }
  }
}
