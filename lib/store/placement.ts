import { lookup } from '@/lib/topology/lookup'
import type { Node } from '@/lib/topology/model/node'
import type { Position, Topology } from '@/lib/topology/model/topology'

/** The grid on which everything stands, and the room that one node takes with the air around it. */
export const GRID = 8
export const NODE_SIZE = { width: 224, height: 72 } as const
const STEP = { x: 320, y: 120 } as const

export interface Point {
  readonly x: number
  readonly y: number
}

/** The position of every node that has one. */
export function positionsOf(topology: Topology): ReadonlyMap<string, Position> {
  return new Map((topology.layout?.positions ?? []).map((position) => [position.node, position]))
}

/**
 * The same design with a place for every node. Nodes that have one keep it. A new one stands between or beside
 * those that it is linked with, never on top of another: where there is no room between, what is called moves one
 * step on. A design with no places at all is laid out in columns, callers left of what they call.
 */
export function placeAll(topology: Topology): Topology {
  const known = positionsOf(topology)
  const missing = topology.nodes.filter((node) => !known.has(node.id))
  if (missing.length === 0) return topology
  const places = new Map<string, Point>(known)
  if (missing.length === topology.nodes.length) layOutColumns(topology, places)
  else for (const node of missing) places.set(node.id, placeOne(topology, node, places))
  const layout = topology.layout ?? { positions: [] }
  const moved = layout.positions.map((position) => ({ ...position, ...at(places, position.node) }))
  const added = missing.map((node) => ({ node: node.id, ...at(places, node.id) }))
  return { ...topology, layout: { ...layout, positions: [...moved, ...added] } }
}

/** The same design without the places of some nodes, so that they are placed anew. */
export function forgetPlaces(topology: Topology, isForgotten: (node: string) => boolean): Topology {
  if (!topology.layout) return topology
  const positions = topology.layout.positions.filter(({ node }) => !isForgotten(node))
  return { ...topology, layout: { ...topology.layout, positions } }
}

/** Where a node goes first that finds its place taken: services stack, what they use stands to their right. */
export type Preference = 'below' | 'right'

/** The nearest place to the wanted one that no other node covers. */
export function findRoom(
  wanted: Point,
  places: ReadonlyMap<string, Point>,
  prefer: Preference = 'below',
): Point {
  const start =
    wanted.x % GRID === 0 && wanted.y % GRID === 0 ? wanted : { x: snap(wanted.x), y: snap(wanted.y) }
  for (let ring = 0; ring < 200; ring += 1) {
    for (const candidate of ringAround(start, ring, prefer)) {
      if (![...places.values()].some((place) => overlap(candidate, place))) return candidate
    }
  }
  return start
}

function snap(value: number): number {
  return Math.round(value / GRID) * GRID
}

function at(places: ReadonlyMap<string, Point>, id: string): Point {
  const place = places.get(id)
  return { x: place?.x ?? 0, y: place?.y ?? 0 }
}

function overlap(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) < NODE_SIZE.width + GRID * 2 && Math.abs(a.y - b.y) < NODE_SIZE.height + GRID * 3
}

/** The preferred side first, then the others. */
function ringAround(start: Point, ring: number, prefer: Preference): readonly Point[] {
  if (ring === 0) return [start]
  const { x, y } = start
  const [dx, dy] = [Math.ceil(ring / 2) * STEP.x, ring * STEP.y]
  const vertical = [
    { x, y: y + dy },
    { x, y: y - dy },
  ]
  const horizontal = [
    { x: x + dx, y },
    { x: x - dx, y },
  ]
  return prefer === 'below' ? [...vertical, ...horizontal] : [...horizontal, ...vertical]
}

/** Between its callers and what it calls; beside the only neighbour; below everything when it has none. */
function placeOne(topology: Topology, node: Node, places: Map<string, Point>): Point {
  const look = lookup(topology)
  const known = (ids: readonly string[]) => [...new Set(ids)].filter((id) => places.has(id))
  const before = known(look.linksTo(node.id).map((link) => link.from))
  const after = known(look.linksFrom(node.id).map((link) => link.to))
  const points = (ids: readonly string[]) => ids.map((id) => at(places, id))
  if (before.length > 0 && after.length > 0) return placeBetween(before, after, places)
  if (before.length > 0) {
    const { x, y } = middle(points(before))
    return findRoom({ x: x + STEP.x, y }, places)
  }
  if (after.length > 0) {
    const { x, y } = middle(points(after))
    return findRoom({ x: x - STEP.x, y }, places)
  }
  const all = [...places.values()]
  return { x: Math.min(...all.map(({ x }) => x)), y: Math.max(...all.map(({ y }) => y)) + STEP.y }
}

/** In the middle; where that is taken, a step after the callers, and what is called goes on by a step. */
function placeBetween(
  before: readonly string[],
  after: readonly string[],
  places: Map<string, Point>,
): Point {
  const from = middle(before.map((id) => at(places, id)))
  const to = middle(after.map((id) => at(places, id)))
  const between = { x: snap((from.x + to.x) / 2), y: snap((from.y + to.y) / 2) }
  if (findRoom(between, places) === between || to.x <= from.x) return findRoom(between, places)
  for (const id of after) {
    const place = at(places, id)
    const others = new Map([...places].filter(([other]) => other !== id))
    places.set(id, findRoom({ x: from.x + 2 * STEP.x, y: place.y }, others, 'right'))
  }
  return findRoom({ x: from.x + STEP.x, y: from.y }, places)
}

function middle(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 })
  return { x: sum.x / points.length, y: sum.y / points.length }
}

/** Columns by the longest way from a node that nobody links to; cycles end at the number of nodes. */
function layOutColumns(topology: Topology, places: Map<string, Point>): void {
  const columns = new Map<string, number>(topology.nodes.map((node) => [node.id, 0]))
  for (let round = 0; round < Math.min(topology.nodes.length, 12); round += 1) {
    for (const { from, to } of topology.links) {
      const [start, end] = [columns.get(from), columns.get(to)]
      if (start === undefined || end === undefined || from === to) continue
      columns.set(to, Math.min(Math.max(end, start + 1), 11))
    }
  }
  const heights = new Map<number, number>()
  for (const column of columns.values()) heights.set(column, (heights.get(column) ?? 0) + 1)
  const tallest = Math.max(...heights.values())
  const next = new Map<number, number>()
  for (const node of topology.nodes) {
    const column = columns.get(node.id) ?? 0
    const row = next.get(column) ?? 0
    next.set(column, row + 1)
    const above = ((tallest - (heights.get(column) ?? 0)) * STEP.y) / 2
    places.set(node.id, { x: column * STEP.x, y: snap(above + row * STEP.y) })
  }
}
