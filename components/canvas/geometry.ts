export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Spot {
  readonly x: number
  readonly y: number
}

export type Side = 'left' | 'right' | 'top' | 'bottom'

export interface End {
  readonly x: number
  readonly y: number
  readonly side: Side
}

/** The line of a link on the canvas. */
export interface Route {
  readonly path: string
  /** Where its label stands. */
  readonly middle: { readonly x: number; readonly y: number }
  readonly start: End
  readonly end: End
  /** What pulls the curve at its start and at its end. */
  readonly first: Spot
  readonly second: Spot
}

/** Where the line ends: the tip of its arrow (9) goes on from there, and keeps off the node (3). */
const GAP = 12
/** What lies between two links of the same nodes. */
const LANE = 18

/** The line between two boxes; links between the same two run in lanes beside one another. */
export function routeBetween(from: Box, to: Box, lane = 0): Route {
  const [start, end] = facingEnds(from, to, lane * LANE)
  const first = controlOf(start, end)
  const second = controlOf(end, start)
  return {
    path: `M${start.x} ${start.y}C${first.x} ${first.y} ${second.x} ${second.y} ${end.x} ${end.y}`,
    middle: { x: halfway('x', start, first, second, end), y: halfway('y', start, first, second, end) },
    start,
    end,
    first,
    second,
  }
}

/** How much a line bends that goes back past its own start. */
const CURVATURE = 7.5

/** A line leaves its box straight, and bends half way to the other end. */
function controlOf({ x, y, side }: End, other: Spot): Spot {
  const [dx, dy] = OUT[side]
  const ahead = (other.x - x) * dx + (other.y - y) * dy
  const reach = ahead >= 0 ? ahead / 2 : CURVATURE * Math.sqrt(-ahead)
  return { x: x + dx * reach, y: y + dy * reach }
}

const OUT: Readonly<Record<Side, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  top: [0, -1],
  bottom: [0, 1],
}

/** The middle of a cubic curve. */
function halfway(axis: 'x' | 'y', start: Spot, first: Spot, second: Spot, end: Spot): number {
  return start[axis] / 8 + (3 * first[axis]) / 8 + (3 * second[axis]) / 8 + end[axis] / 8
}

/** Where a link leaves one box and meets the other: on the sides that face each other, so far off their middle. */
export function facingEnds(from: Box, to: Box, shift = 0): readonly [End, End] {
  const dx = center(to).x - center(from).x
  const dy = center(to).y - center(from).y
  const gapX = Math.abs(dx) - (from.width + to.width) / 2
  const gapY = Math.abs(dy) - (from.height + to.height) / 2
  if (gapX >= gapY) {
    return dx >= 0
      ? [endAt(from, 'right', 0, shift), endAt(to, 'left', GAP, shift)]
      : [endAt(from, 'left', 0, shift), endAt(to, 'right', GAP, shift)]
  }
  return dy >= 0
    ? [endAt(from, 'bottom', 0, shift), endAt(to, 'top', GAP, shift)]
    : [endAt(from, 'top', 0, shift), endAt(to, 'bottom', GAP, shift)]
}

export function center({ x, y, width, height }: Box) {
  return { x: x + width / 2, y: y + height / 2 }
}

function endAt(box: Box, side: Side, gap: number, shift: number): End {
  const { x, y } = center(box)
  const along = (room: number) => Math.max(-room / 2 + 8, Math.min(room / 2 - 8, shift))
  switch (side) {
    case 'left':
      return { x: box.x - gap, y: y + along(box.height), side }
    case 'right':
      return { x: box.x + box.width + gap, y: y + along(box.height), side }
    case 'top':
      return { x: x + along(box.width), y: box.y - gap, side }
    case 'bottom':
      return { x: x + along(box.width), y: box.y + box.height + gap, side }
  }
}
