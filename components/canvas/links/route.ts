import { apart, type Box, curveBetween, type End, LANE, type Spot } from '../geometry'
import { detour } from './detour'
import { frameOf, hitsOf } from './hits'

/** The line of a link on the canvas. */
export interface Route {
  readonly path: string
  readonly start: End
  readonly end: End
  /** The same line in straight parts. */
  readonly points: readonly Spot[]
  /** The smallest box around the line. */
  readonly frame: Box
  /** Something stands in its shortest way. */
  readonly around: boolean
}

export interface Place {
  readonly from: Box
  readonly to: Box
  /** The nodes that the line should not run through. */
  readonly others: Iterable<Box>
  /** Which of the links between the same two nodes it is, counted from the middle. */
  readonly lane: number
  /** Keeps lines apart that go around the same nodes: any whole number. */
  readonly order: number
}

const LANES_AROUND = 3

/** The line between two boxes: the shortest, or around what stands in its way where there is a way around. */
export function routeOf({ from, to, others, lane, order }: Place): Route {
  const curve = curveBetween(from, to, lane)
  const foreign = [...others].filter((box) => box !== from && box !== to)
  const hits = hitsOf(curve.points, foreign)
  if (hits === 0) return { ...curve, frame: frameOf(curve.points), around: false }
  const way = detour({ from, to, others: foreign, shift: lane * LANE, lane: order % LANES_AROUND })
  if (!way || way.hits >= hits) return { ...curve, frame: frameOf(curve.points), around: true }
  const { start, end, points } = way
  return { path: rounded(points), start, end, points, frame: frameOf(points), around: true }
}

const RADIUS = 14

/** Straight parts with round corners. */
function rounded(points: readonly Spot[]): string {
  const [first = { x: 0, y: 0 }] = points
  const parts = points.slice(1).map((point, index) => {
    const before = points[index] ?? point
    const after = points[index + 2]
    if (!after) return `L${point.x} ${point.y}`
    const radius = Math.min(RADIUS, apart(before, point) / 2, apart(point, after) / 2)
    const into = towards(point, before, radius)
    const out = towards(point, after, radius)
    return `L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`
  })
  return `M${first.x} ${first.y}${parts.join('')}`
}

function towards(from: Spot, to: Spot, way: number): Spot {
  const part = way / Math.max(apart(from, to), 1)
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}
