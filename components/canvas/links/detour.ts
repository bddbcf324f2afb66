import { type Box, type End, endAt, GAP, lengthOf, OUT, SIDES, type Side, type Spot } from '../geometry'
import { hitsOf } from './hits'

/** How far a line goes on from a node before it turns, in pixels. */
const STUB = 24
/** So far from the nodes beside it a line runs; lines to other places differ a little, and stay apart. */
const BESIDE = 13
const APART = 5
/** What a turn costs, in pixels of way; and running through a node. */
const TURN = 60
const THROUGH = 100_000
/** So many ways to the sides of the straight one are looked at. */
const CHANNELS = 28
/** The most ways that are tried before the best so far is taken. */
const TRIES = 400

/** A way in straight parts from one node to another, and what it costs. */
interface Way {
  readonly points: readonly Spot[]
  readonly start: End
  readonly end: End
  readonly cost: number
  /** How many nodes it runs through. */
  readonly hits: number
}

/** What lies in the way, and how a link differs from others that go the same way. */
interface Ground {
  readonly from: Box
  readonly to: Box
  readonly others: readonly Box[]
  readonly shift: number
  readonly lane: number
}

/**
 * The shortest way around the nodes with few turns; where each way runs through one, the one through the fewest. The
 * line of `lane` keeps off those of other lanes.
 */
export function detour(ground: Ground): Way | undefined {
  const ways = waysOf(ground).sort((a, b) => a.cost - b.cost)
  let best: Way | undefined
  for (const way of ways.slice(0, TRIES)) {
    if (best && best.cost <= way.cost) break
    const hits = hitsOf(way.points, ground.others) + hitsOf(way.points, [ground.from, ground.to], -2)
    const cost = way.cost + hits * THROUGH
    if (!best || cost < best.cost) best = { ...way, cost, hits }
  }
  return best
}

function waysOf(ground: Ground): Way[] {
  const { from, to, shift } = ground
  const across = channelsOf(ground, 'y')
  const down = channelsOf(ground, 'x')
  const usable = (box: Box, other: Box) => SIDES.filter((side) => !isTurnedAway(side, box, other))
  const entries = usable(to, from)
  return usable(from, to).flatMap((out) =>
    entries.flatMap((into) => {
      const start = endAt(from, out, 0, shift)
      const end = endAt(to, into, GAP, shift)
      const a = ahead(start)
      const b = ahead(end)
      return middlesOf(a, b, isLevel(out), isLevel(into), across, down).map((middle) => {
        const points = straight([start, a, ...middle, b, end])
        return { points, start, end, hits: 0, cost: lengthOf(points) + TURN * (points.length - 2) }
      })
    }),
  )
}

/** A side with the whole other box behind it is none that a line would take. */
function isTurnedAway(side: Side, box: Box, other: Box): boolean {
  if (side === 'left') return other.x >= box.x + box.width
  if (side === 'right') return other.x + other.width <= box.x
  if (side === 'top') return other.y >= box.y + box.height
  return other.y + other.height <= box.y
}

/** The turns between two stubs, for each channel that they may take. */
function middlesOf(
  a: Spot,
  b: Spot,
  outLevel: boolean,
  intoLevel: boolean,
  across: readonly number[],
  down: readonly number[],
): readonly (readonly Spot[])[] {
  const level = across.map((y) => [
    { x: a.x, y },
    { x: b.x, y },
  ])
  const upright = down.map((x) => [
    { x, y: a.y },
    { x, y: b.y },
  ])
  const corner = outLevel ? { x: a.x, y: b.y } : { x: b.x, y: a.y }
  return outLevel === intoLevel ? [...level, ...upright] : [[corner], ...level, ...upright]
}

function isLevel(side: Side): boolean {
  return side === 'left' || side === 'right'
}

function ahead({ x, y, side }: End): Spot {
  const [dx, dy] = OUT[side]
  return { x: x + dx * STUB, y: y + dy * STUB }
}

/** Where between the nodes a line may run level (`y`) or upright (`x`), the nearest to the straight way first. */
function channelsOf({ from, to, others, lane }: Ground, axis: 'x' | 'y'): readonly number[] {
  const size = axis === 'x' ? 'width' : 'height'
  const beside = BESIDE + lane * APART
  const low = Math.min(from[axis], to[axis])
  const high = Math.max(from[axis] + from[size], to[axis] + to[size])
  const off = (value: number) => Math.max(0, low - value, value - high)
  const all = [from, to, ...others].flatMap((box) => [box[axis] - beside, box[axis] + box[size] + beside])
  const middle = (low + high) / 2
  const near = (value: number) => off(value) * 2 + Math.abs(value - middle)
  return [...new Set(all)].sort((a, b) => near(a) - near(b)).slice(0, CHANNELS)
}

/** The same line without points that it needs for no turn. */
function straight(points: readonly Spot[]): readonly Spot[] {
  const kept: Spot[] = []
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)]
    if (last && last.x === point.x && last.y === point.y) continue
    const goesOn =
      before &&
      last &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    if (goesOn) kept.pop()
    kept.push(point)
  }
  return kept
}
