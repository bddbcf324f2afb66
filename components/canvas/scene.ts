import { create } from 'zustand'
import { kindOf } from '@/lib/catalog/catalog'
import { GRID, overlap } from '@/lib/layout/node-size'
import { lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Topology } from '@/lib/topology/model/topology'
import type { Box } from './geometry'
import { CROWD } from './links/board-state'
import { type Route, routeOf } from './links/route'
import { sizeOf } from './node-size'

/** Where everything stands now, also while it is dragged and the document does not know it yet. */
interface Scene {
  readonly boxes: ReadonlyMap<string, Box>
  readonly routes: ReadonlyMap<string, Route>
}

interface Placed {
  readonly id: string
  readonly position: { readonly x: number; readonly y: number }
  readonly dragging?: boolean | undefined
}

type Boxes = ReadonlyMap<string, Box>

export const useScene = create<Scene>()(() => ({ boxes: new Map(), routes: new Map() }))

let drawn: Topology | undefined
/** Where everything stood when nothing was dragged: lines around what is dragged wait for its drop. */
let rested: Boxes = new Map()

/** Takes over where the nodes stand; only lines whose ends moved, or that are in the way, are laid anew. */
export function showScene(topology: Topology, nodes: readonly Placed[]): void {
  const { boxes, routes } = useScene.getState()
  const same = drawn !== undefined && drawn.links === topology.links && drawn.nodes === topology.nodes
  drawn = topology
  const next = boxesOf(topology, nodes, boxes)
  const moved = same ? changed(boxes, next) : undefined
  const atRest = !nodes.some(({ dragging }) => dragging)
  const dropped = atRest && same ? changed(rested, next) : []
  if (atRest) rested = next
  if (moved?.length === 0 && dropped.length === 0) return
  const links = moved ? stale(topology, [...new Set([...moved, ...dropped])], routes, next) : topology.links
  useScene.setState({ boxes: next, routes: layRoutes(topology, links, next, moved ? routes : new Map()) })
}

/** Takes over where something is dragged to: only its own lines are laid anew. */
export function moveInScene(topology: Topology, moved: readonly Placed[]): void {
  const { boxes, routes } = useScene.getState()
  const next = new Map(boxes)
  for (const { id, position } of moved) {
    const box = boxes.get(id)
    if (box) next.set(id, { ...box, x: position.x, y: position.y })
  }
  const links = linesAt(
    topology,
    moved.map(({ id }) => id),
  )
  useScene.setState({ boxes: next, routes: layRoutes(topology, links, next, routes) })
}

function boxesOf(topology: Topology, nodes: readonly Placed[], before: Boxes): Boxes {
  const look = lookup(topology)
  const boxes = new Map<string, Box>()
  for (const { id, position } of nodes) {
    const node = look.node(id)
    if (!node) continue
    const { width, height } = sizeOf(kindOf(node))
    const last = before.get(id)
    const still = last && last.x === position.x && last.y === position.y && last.width === width
    boxes.set(id, still ? last : { x: position.x, y: position.y, width, height })
  }
  return boxes
}

function changed(before: Boxes, after: Boxes): readonly string[] {
  return [...after].filter(([id, box]) => before.get(id) !== box).map(([id]) => id)
}

/** With more nodes than this in the hand, their lines go straight until they are dropped. */
const FEW = 6

/** The lines at these nodes; at rest also those that went around one of them, or run through one now. */
function stale(topology: Topology, ids: readonly string[], routes: Scene['routes'], next: Boxes) {
  const links = linesAt(topology, ids)
  if (rested !== next || isCrowd(topology)) return links
  const there = ids.flatMap((id) => next.get(id) ?? [])
  for (const link of topology.links) {
    const route = routes.get(link.id)
    if (route?.around || there.some((box) => route && overlap(route.frame, box, GRID))) links.add(link)
  }
  return links
}

function linesAt(topology: Topology, ids: readonly string[]): Set<Link> {
  const look = lookup(topology)
  return new Set(ids.flatMap((id) => [...look.linksFrom(id), ...look.linksTo(id)]))
}

function isCrowd({ links }: Topology): boolean {
  return links.length > CROWD
}

const NOTHING: readonly Box[] = []

function layRoutes(
  topology: Topology,
  links: Iterable<Link>,
  boxes: Boxes,
  before: Scene['routes'],
): Scene['routes'] {
  const lanes = lanesOf(topology.links)
  const routes = new Map(before)
  const all = [...links]
  // Nobody follows one line among hundreds; those that are dragged go around things when they are few.
  const direct = isCrowd(topology) || (rested !== boxes && all.length > FEW)
  const others = direct ? NOTHING : [...boxes.values()]
  for (const { id, from, to } of all) {
    const start = boxes.get(from)
    const end = boxes.get(to)
    if (start && end)
      routes.set(id, routeOf({ from: start, to: end, others, lane: lanes.get(id) ?? 0, order: orderOf(id) }))
  }
  return routes
}

/** A number that tells a link from others, whatever else there is. */
function orderOf(id: string): number {
  return [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
}

const knownLanes = new WeakMap<readonly Link[], ReadonlyMap<string, number>>()

/** Links between the same two nodes lie side by side: how far each is from the middle, in lanes. */
function lanesOf(links: readonly Link[]): ReadonlyMap<string, number> {
  const known = knownLanes.get(links)
  if (known) return known
  const pairs = new Map<string, Link[]>()
  for (const link of links) {
    const pair = [link.from, link.to].sort().join(' ')
    const others = pairs.get(pair)
    if (others) others.push(link)
    else pairs.set(pair, [link])
  }
  const lanes = new Map<string, number>()
  for (const together of pairs.values()) {
    if (together.length === 1) continue
    for (const [index, { id }] of together.entries()) lanes.set(id, index - (together.length - 1) / 2)
  }
  knownLanes.set(links, lanes)
  return lanes
}
