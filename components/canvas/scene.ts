import { create } from 'zustand'
import { kindOf } from '@/lib/catalog/catalog'
import { lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Topology } from '@/lib/topology/model/topology'
import { type Box, type Route, routeBetween } from './geometry'
import { sizeOf } from './node-size'

/** Where everything stands now, also while it is dragged and the document does not know it yet. */
interface Scene {
  readonly boxes: ReadonlyMap<string, Box>
  readonly routes: ReadonlyMap<string, Route>
}

interface Placed {
  readonly id: string
  readonly position: { readonly x: number; readonly y: number }
}

export const useScene = create<Scene>()(() => ({ boxes: new Map(), routes: new Map() }))

let drawn: Topology | undefined

/** Takes over where the nodes stand; only lines whose ends moved are laid anew. */
export function showScene(topology: Topology, nodes: readonly Placed[]): void {
  const { boxes, routes } = useScene.getState()
  const same = drawn !== undefined && drawn.links === topology.links && drawn.nodes === topology.nodes
  drawn = topology
  const next = boxesOf(topology, nodes, boxes)
  const moved = same ? changed(boxes, next) : undefined
  if (moved?.length === 0) return
  const links = moved ? linksAt(topology, moved) : topology.links
  useScene.setState({ boxes: next, routes: layRoutes(topology, links, next, moved ? routes : new Map()) })
}

function boxesOf(
  topology: Topology,
  nodes: readonly Placed[],
  before: ReadonlyMap<string, Box>,
): ReadonlyMap<string, Box> {
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

function changed(before: ReadonlyMap<string, Box>, after: ReadonlyMap<string, Box>): readonly string[] {
  return [...after].filter(([id, box]) => before.get(id) !== box).map(([id]) => id)
}

function linksAt(topology: Topology, ids: readonly string[]): ReadonlySet<Link> {
  const look = lookup(topology)
  return new Set(ids.flatMap((id) => [...look.linksFrom(id), ...look.linksTo(id)]))
}

function layRoutes(
  topology: Topology,
  links: Iterable<Link>,
  boxes: ReadonlyMap<string, Box>,
  before: ReadonlyMap<string, Route>,
): ReadonlyMap<string, Route> {
  const lanes = lanesOf(topology.links)
  const routes = new Map(before)
  for (const { id, from, to } of links) {
    const start = boxes.get(from)
    const end = boxes.get(to)
    if (start && end) routes.set(id, routeBetween(start, end, lanes.get(id) ?? 0))
  }
  return routes
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
