import type { Topology } from '@/lib/topology/model/topology'
import { type Box, sizeOf } from './node-size'

/** A node with the room that it takes, where it has a place. */
export interface PlacedBox extends Box {
  readonly id: string
  readonly pinned: boolean
}

/** Every node of these that has a place; all nodes when none are named. */
export function boxesOf(topology: Topology, ids?: readonly string[]): readonly PlacedBox[] {
  const wanted = ids && new Set(ids)
  const places = new Map((topology.layout?.positions ?? []).map((position) => [position.node, position]))
  return topology.nodes.flatMap((node) => {
    const place = places.get(node.id)
    if (!place || (wanted && !wanted.has(node.id))) return []
    return [{ id: node.id, x: place.x, y: place.y, pinned: place.pinned === true, ...sizeOf(node) }]
  })
}
