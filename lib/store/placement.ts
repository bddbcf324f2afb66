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
 * those that it is linked with, never on top of another; a design with no places at all is laid out in columns,
 * callers left of what they call.
 */
export function placeAll(topology: Topology): Topology {
  const places = new Map<string, Point>(positionsOf(topology))
  const missing = topology.nodes.filter((node) => !places.has(node.id))
  if (missing.length === 0) return topology
  if (missing.length === topology.nodes.length) layOutColumns(topology, places)
  else
    for (const node of missing) places.set(node.id, findRoom(nearNeighbours(topology, node, places), places))
  const added = missing.map((node) => ({ node: node.id, ...at(places, node.id) }))
  const layout = topology.layout ?? { positions: [] }
  return { ...topology, layout: { ...layout, positions: [...layout.positions, ...added] } }
}

/** The nearest place to the wanted one that no other node covers. */
export function findRoom(wanted: Point, places: ReadonlyMap<string, Point>): Point {
  const start = { x: snap(wanted.x), y: snap(wanted.y) }
  for (let ring = 0; ring < 200; ring += 1) {
    for (const candidate of ringAround(start, ring)) {
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

/** Below first, then above and to the sides: columns stay columns. */
function ringAround({ x, y }: Point, ring: number): readonly Point[] {
  if (ring === 0) return [{ x, y }]
  const [dx, dy] = [Math.ceil(ring / 2) * STEP.x, ring * STEP.y]
  return [
    { x, y: y + dy },
    { x, y: y - dy },
    { x: x + dx, y },
    { x: x - dx, y },
  ]
}

/** Between its callers and what it calls; beside the only neighbour; below everything when it has none. */
function nearNeighbours(topology: Topology, node: Node, places: ReadonlyMap<string, Point>): Point {
  const look = lookup(topology)
  const known = (ids: readonly string[]) => ids.filter((id) => places.has(id)).map((id) => at(places, id))
  const before = known(look.linksTo(node.id).map((link) => link.from))
  const after = known(look.linksFrom(node.id).map((link) => link.to))
  if (before.length > 0 && after.length > 0) return middle([middle(before), middle(after)])
  if (before.length > 0) return { x: middle(before).x + STEP.x, y: middle(before).y }
  if (after.length > 0) return { x: middle(after).x - STEP.x, y: middle(after).y }
  const all = [...places.values()]
  return { x: Math.min(...all.map(({ x }) => x)), y: Math.max(...all.map(({ y }) => y)) + STEP.y }
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
