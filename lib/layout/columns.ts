import { kindOf } from '@/lib/catalog/catalog'
import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'

/** Longer chains inside one role are as good as circles. */
const DEEPEST = 8

/**
 * The column of each node, from 0 at the left: by its role first, and inside a role callers before what they call.
 * It depends on what is drawn alone, never on where it stands.
 */
export function columnsOf(topology: Topology, ids: ReadonlySet<string>): ReadonlyMap<string, number> {
  const look = lookup(topology)
  const nodes = topology.nodes.filter(({ id }) => ids.has(id))
  const roles = new Map(nodes.map((node) => [node.id, roleOf(look, node)]))
  const depths = depthsIn(topology, roles)
  const rank = (id: string) => (roles.get(id) ?? 0) * (DEEPEST + 1) + (depths.get(id) ?? 0)
  const ranks = [...new Set(nodes.map(({ id }) => rank(id)))].sort((a, b) => a - b)
  const columns = new Map(ranks.map((value, column) => [value, column]))
  return new Map(nodes.map(({ id }) => [id, columns.get(rank(id)) ?? 0]))
}

/** The order in which a design is read: who calls, services, queues, who consumes, data, where it is stored. */
function roleOf(look: Lookup, node: Node): number {
  const { can } = kindOf(node)
  if (can.store) return 4
  if (can.carry) return 2
  if (can.consume) return look.linksTo(node.id, 'consumes').length > 0 ? 3 : 0
  return can.call ? 1 : 5
}

/** How many nodes of its own role stand before each, at most. */
function depthsIn({ links }: Topology, roles: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const inside = links.filter(
    ({ from, to }) => from !== to && roles.has(from) && roles.get(from) === roles.get(to),
  )
  const depths = new Map<string, number>()
  for (let round = 0; round < DEEPEST; round += 1) {
    for (const { from, to } of inside) {
      const next = Math.min(DEEPEST, (depths.get(from) ?? 0) + 1)
      if (next > (depths.get(to) ?? 0) && round >= next - 1) depths.set(to, next)
    }
  }
  return depths
}
