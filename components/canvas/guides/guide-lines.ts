import type { Box } from '../geometry'

/** A line that shows what is in one line with what: upright at an x, or level at a y. */
export interface GuideLine {
  readonly upright: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** How far beyond the boxes a line goes on. */
const BEYOND = 16

/** Lines where a box that moves is in one line with others: by its edges or its middle, the nearest one each way. */
export function guidesFor(moving: Box, others: Iterable<Box>): readonly GuideLine[] {
  let upright: Candidate | undefined
  let level: Candidate | undefined
  for (const other of others) {
    upright = nearer(
      upright,
      meet(moving.x, moving.width, other.x, other.width),
      gap(moving, other, 'y'),
      other,
    )
    level = nearer(
      level,
      meet(moving.y, moving.height, other.y, other.height),
      gap(moving, other, 'x'),
      other,
    )
  }
  return [
    ...(upright ? [toLine(upright, true, moving)] : []),
    ...(level ? [toLine(level, false, moving)] : []),
  ]
}

interface Candidate {
  readonly at: number
  readonly gap: number
  readonly other: Box
}

/** Where two stretches share a start, a middle or an end. */
function meet(a: number, aSize: number, b: number, bSize: number): number | undefined {
  if (a + aSize / 2 === b + bSize / 2) return a + aSize / 2
  if (a === b) return a
  if (a + aSize === b + bSize) return a + aSize
  return undefined
}

function gap(a: Box, b: Box, axis: 'x' | 'y'): number {
  const size = axis === 'x' ? 'width' : 'height'
  return Math.max(0, Math.max(a[axis], b[axis]) - Math.min(a[axis] + a[size], b[axis] + b[size]))
}

function nearer(
  best: Candidate | undefined,
  at: number | undefined,
  distance: number,
  other: Box,
): Candidate | undefined {
  return at === undefined || (best && best.gap <= distance) ? best : { at, gap: distance, other }
}

function toLine({ at, other }: Candidate, upright: boolean, moving: Box): GuideLine {
  const [start, end] = upright
    ? [Math.min(moving.y, other.y), Math.max(moving.y + moving.height, other.y + other.height)]
    : [Math.min(moving.x, other.x), Math.max(moving.x + moving.width, other.x + other.width)]
  return { upright, at, from: start - BEYOND, to: end + BEYOND }
}
