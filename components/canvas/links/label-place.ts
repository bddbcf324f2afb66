import { apart, type Box, lengthOf, type Spot } from '../geometry'
import type { Route } from './route'

/** Where a label stands: its middle, and how wide it may be without touching a node. */
export interface LabelPlace extends Spot {
  readonly room: number
}

/** A label is so high, and stands so far above a line that runs level; so much stays free beside it. */
const HEIGHT = 20
const ABOVE = 13
const FREE = 6
/** No label needs more room. */
const WIDEST = 260
/** Where along the line a label is wanted, the best place first. */
const PARTS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]

const known = new WeakMap<Route, LabelPlace>()

/** Where the label of a line stands among these nodes; the same as long as the line is. */
export function labelPlaceOf(route: Route, boxes: Iterable<Box>): LabelPlace {
  const place = known.get(route) ?? labelPlaceOn(route.points, [...boxes])
  known.set(route, place)
  return place
}

/** The place along a line with room for a label, as near to its middle as can be. */
function labelPlaceOn(line: readonly Spot[], boxes: readonly Box[]): LabelPlace {
  let best: LabelPlace | undefined
  for (const part of PARTS) {
    const spot = spotAt(line, part)
    const place = { ...spot, room: roomAt(spot, boxes) }
    if (!best || place.room > best.room + HEIGHT) best = place
    if (best.room >= WIDEST) break
  }
  return best ?? { x: 0, y: 0, room: 0 }
}

function spotAt(line: readonly Spot[], part: number): Spot {
  let rest = lengthOf(line) * part
  for (let index = 1; index < line.length; index += 1) {
    const [a, b] = [line[index - 1], line[index]]
    if (!a || !b) break
    const length = apart(a, b)
    if (rest <= length) {
      const at = length === 0 ? 0 : rest / length
      const above = Math.abs(b.y - a.y) <= Math.abs(b.x - a.x) ? ABOVE : 0
      return { x: a.x + (b.x - a.x) * at, y: a.y + (b.y - a.y) * at - above }
    }
    rest -= length
  }
  return line.at(-1) ?? { x: 0, y: 0 }
}

/** Twice the way to the nearest box at the left or at the right; 0 on a box. */
function roomAt({ x, y }: Spot, boxes: readonly Box[]): number {
  let half = WIDEST / 2 + FREE
  for (const box of boxes) {
    if (y + HEIGHT / 2 <= box.y || y - HEIGHT / 2 >= box.y + box.height) continue
    half = Math.min(half, x < box.x ? box.x - x : Math.max(0, x - box.x - box.width))
  }
  return Math.max(0, (half - FREE) * 2)
}
