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

export const SIDES = ['left', 'right', 'top', 'bottom'] as const satisfies readonly Side[]

export interface End {
  readonly x: number
  readonly y: number
  readonly side: Side
}

/** A line between two boxes, bent once to each side. */
export interface Curve {
  readonly path: string
  readonly start: End
  readonly end: End
  /** The same line in straight parts, short enough to be taken for it. */
  readonly points: readonly Spot[]
}

/** Where the line ends: the tip of its arrow (9) goes on from there, and keeps off the node (3). */
export const GAP = 12
/** What lies between two links of the same nodes. */
export const LANE = 18
const PARTS = Array.from({ length: 17 }, (_, index) => index / 16)

/** The shortest line between two boxes, whatever lies between; links of the same two run in lanes side by side. */
export function curveBetween(from: Box, to: Box, lane = 0): Curve {
  const [start, end] = facingEnds(from, to, lane * LANE)
  const first = controlOf(start, end)
  const second = controlOf(end, start)
  const at = (axis: 'x' | 'y', part: number) => cubic(part, start[axis], first[axis], second[axis], end[axis])
  return {
    path: `M${start.x} ${start.y}C${first.x} ${first.y} ${second.x} ${second.y} ${end.x} ${end.y}`,
    start,
    end,
    points: PARTS.map((part) => ({ x: at('x', part), y: at('y', part) })),
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

/** The way out of a box on each of its sides. */
export const OUT: Readonly<Record<Side, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  top: [0, -1],
  bottom: [0, 1],
}

/** A cubic curve at a part of its way from 0 to 1. */
function cubic(part: number, start: number, first: number, second: number, end: number): number {
  const rest = 1 - part
  return rest ** 3 * start + 3 * rest ** 2 * part * first + 3 * rest * part ** 2 * second + part ** 3 * end
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

/** How far one place is from the other. */
export function apart(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/** How long a line in straight parts is. */
export function lengthOf(line: readonly Spot[]): number {
  return line.reduce((sum, point, index) => sum + apart(line[index - 1] ?? point, point), 0)
}

export function center({ x, y, width, height }: Box) {
  return { x: x + width / 2, y: y + height / 2 }
}

/** A place on a side of a box, so far from it and so far off the middle of that side. */
export function endAt(box: Box, side: Side, gap: number, shift: number): End {
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
