import type { Topology } from '@/lib/topology/model/topology'
import { boxesOf, type PlacedBox } from './boxes'
import { type Box, GRID, overlap } from './node-size'

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * Final places for what the layout put somewhere: the picture is moved as a whole to where most of it stood, so that
 * a small change moves little; pinned nodes keep their places, and the others make room for them. `among` are the
 * nodes that may move; all other nodes are obstacles. Nothing overlaps in the answer.
 */
export function settle(
  topology: Topology,
  wanted: ReadonlyMap<string, Point>,
): readonly (Point & { readonly node: string })[] {
  const boxes = boxesOf(topology)
  const moving = boxes.filter(({ id, pinned }) => wanted.has(id) && !pinned)
  const pinned = boxes.filter((box) => wanted.has(box.id) && box.pinned)
  const others = boxes.filter(({ id }) => !wanted.has(id))
  const placed = (box: PlacedBox) => ({ ...box, ...(wanted.get(box.id) ?? { x: box.x, y: box.y }) })
  const picture = moving.map(placed)
  const anchors = pinned.length > 0 ? pinned : moving
  const shift = snapped(middleOf(anchors.map((box) => between(placed(box), box))))
  const moved = pinned.length > 0 ? shift : freeShift(picture, shift, others)
  const shifted = picture.map((box) => ({ ...box, x: snap(box.x) + moved.x, y: snap(box.y) + moved.y }))
  return spreadAround(shifted, [...pinned, ...others]).map(({ id, x, y }) => ({ node: id, x, y }))
}

function between(from: Point, to: Point): Point {
  return { x: to.x - from.x, y: to.y - from.y }
}

/** The median, which a few nodes that stood elsewhere do not pull away. */
function middleOf(points: readonly Point[]): Point {
  const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
  return { x: middle(points.map(({ x }) => x)), y: middle(points.map(({ y }) => y)) }
}

function snap(value: number): number {
  return Math.round(value / GRID) * GRID
}

function snapped({ x, y }: Point): Point {
  return { x: snap(x), y: snap(y) }
}

const STRIDE = GRID * 5
const MOST_RINGS = 400

/** The nearest shift with which the picture as a whole lies on nothing else. */
function freeShift(picture: readonly Box[], wanted: Point, obstacles: readonly Box[]): Point {
  if (obstacles.length === 0) return wanted
  const isFree = (shift: Point) =>
    picture.every((box) => {
      const there = { ...box, x: snap(box.x) + shift.x, y: snap(box.y) + shift.y }
      return !obstacles.some((obstacle) => overlap(there, obstacle))
    })
  for (let ring = 0; ring < MOST_RINGS; ring += 1) {
    for (const side of ringOf(ring)) {
      const shift = { x: wanted.x + side.x * STRIDE, y: wanted.y + side.y * STRIDE }
      if (isFree(shift)) return shift
    }
  }
  return wanted
}

/** Down first, then up, to the right and to the left. */
function ringOf(ring: number): readonly Point[] {
  if (ring === 0) return [{ x: 0, y: 0 }]
  return [
    { x: 0, y: ring },
    { x: 0, y: -ring },
    { x: ring, y: 0 },
    { x: -ring, y: 0 },
  ]
}

/** Moves down what would lie on an obstacle, or on what was moved down before; columns keep their order. */
function spreadAround(boxes: readonly PlacedBox[], obstacles: readonly Box[]): readonly PlacedBox[] {
  const done: Box[] = [...obstacles]
  const ordered = [...boxes].sort((a, b) => a.x - b.x || a.y - b.y || (a.id < b.id ? -1 : 1))
  return ordered.map((box) => {
    let place = box
    for (let hit = hitBy(place, done); hit; hit = hitBy(place, done)) {
      place = { ...place, y: snapUp(hit.y + hit.height + GRID * 2) }
    }
    done.push(place)
    return place
  })
}

function hitBy(box: Box, done: readonly Box[]): Box | undefined {
  return done.find((other) => overlap(box, other))
}

function snapUp(value: number): number {
  return Math.ceil(value / GRID) * GRID
}
