import type { RedisUse } from '@/lib/topology/model/link'
import type { Topology } from '@/lib/topology/model/topology'

/** The design whose Business APIs use Redis, the first one of it, for this. */
export function keeping(topology: Topology, uses: readonly RedisUse[]): Topology {
  const apis = topology.nodes.filter((node) => node.type === 'service' && node.kind === 'business_api')
  const redis = topology.nodes.find(({ type }) => type === 'redis')
  const to = redis?.id ?? 'keeping-redis'
  return {
    ...topology,
    nodes: [...topology.nodes, ...(redis ? [] : [{ id: to, type: 'redis' as const }])],
    links: [
      ...topology.links,
      ...apis.map(({ id }) => ({ id: `keeping-${id}`, type: 'caches' as const, from: id, to, uses })),
    ],
  }
}
