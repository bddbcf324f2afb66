import { areUsesBuilt, canUseRedisFor } from '@/lib/catalog/redis-uses'
import { type Link, REDIS_USES } from '@/lib/topology/model/link'
import type { Topology } from '@/lib/topology/model/topology'
import type { Chance } from '@/lib/topology/random/chance'

/** The design in which some services use Redis for what they can, beside what they need. */
export function withRedisUses(chance: Chance, topology: Topology): Topology {
  const redis = topology.nodes.find(({ type }) => type === 'redis')
  const to = redis?.id ?? 'random-redis'
  const links = [...topology.links]
  for (const node of topology.nodes) {
    if (node.type !== 'service' || !chance.flag(0.5)) continue
    const known = links.findIndex(({ type, from }) => type === 'caches' && from === node.id)
    const needed = known >= 0 ? (['idempotency'] as const) : []
    const wanted = REDIS_USES.filter((use) => canUseRedisFor(node.kind, use) && chance.flag(0.6))
    const uses = wanted.filter((use) => areUsesBuilt(linkOf('', '', [use]), node.kind))
    const link = linkOf(node.id, to, [...new Set([...needed, ...uses])])
    if (known >= 0) links[known] = link
    else if (uses.length > 0) links.push(link)
  }
  const isUsed = links.some((link) => link.to === to)
  const nodes = redis || !isUsed ? topology.nodes : [...topology.nodes, { id: to, type: 'redis' as const }]
  return { ...topology, nodes, links }
}

function linkOf(from: string, to: string, uses: readonly (typeof REDIS_USES)[number][]) {
  return { id: `redis-of-${from}`, type: 'caches', from, to, uses } satisfies Link
}
