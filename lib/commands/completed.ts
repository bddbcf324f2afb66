import { complete } from '@/lib/rules/complete'
import { forgetPlaces } from '@/lib/store/placement'
import type { Edit } from '@/lib/topology/edits'
import type { Topology } from '@/lib/topology/model/topology'

/**
 * The edit together with everything that these parts, and what it adds, need and that asks no question. Nodes that
 * come along find their own places; those of the edit keep theirs.
 */
export function completed(change: Edit, about: readonly string[] = []): Edit {
  return (topology) => {
    const changed = change(topology)
    if (changed === topology) return topology
    const whole = complete(changed, [...about, ...newParts(topology, changed)])(changed)
    const placed = new Set(changed.nodes.map(({ id }) => id))
    return whole === changed ? changed : forgetPlaces(whole, (node) => !placed.has(node))
  }
}

function newParts(before: Topology, after: Topology): readonly string[] {
  const known = new Set(partsOf(before))
  return partsOf(after).filter((id) => !known.has(id))
}

function partsOf({ nodes, links, messages }: Topology): readonly string[] {
  return [...nodes, ...links, ...messages].map(({ id }) => id)
}
