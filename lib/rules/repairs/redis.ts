import { usesOver } from '@/lib/catalog/redis-uses'
import { addNode, changeLink, combine, type Edit } from '@/lib/topology/edits'
import { freshId } from '@/lib/topology/fresh'
import type { Lookup } from '@/lib/topology/lookup'
import { lookup } from '@/lib/topology/lookup'
import type { Link, RedisUse } from '@/lib/topology/model/link'
import { nearby } from './places'
import { connect } from './stores'

type CachesLink = Extract<Link, { type: 'caches' }>

/** The links over which a service uses Redis. */
export function redisLinks(look: Lookup, serviceId: string): readonly CachesLink[] {
  return look
    .linksFrom(serviceId)
    .filter((link): link is CachesLink => link.type === 'caches' && look.node(link.to)?.type === 'redis')
}

/** Whether a service uses Redis for this. */
export function hasRedisFor(look: Lookup, serviceId: string, use: RedisUse): boolean {
  const kind = look.service(serviceId)?.kind
  return redisLinks(look, serviceId).some((link) => kind && usesOver(link, kind).includes(use))
}

/** Gives a service Redis for this: widens its link, connects the Redis that is there, or adds one. */
export function giveRedis(serviceId: string, use: RedisUse): Edit {
  return (topology) => {
    const look = lookup(topology)
    const service = look.service(serviceId)
    if (!service || hasRedisFor(look, serviceId, use)) return topology
    const [link] = redisLinks(look, serviceId)
    if (link) return changeLink(link.id, { uses: [...usesOver(link, service.kind), use] })(topology)
    const redis = topology.nodes
      .filter((node) => node.type === 'redis')
      .map(({ id }) => id)
      .sort()[0]
    const id = redis ?? freshId(topology, 'redis')
    const add: Edit =
      redis === undefined ? addNode({ id, type: 'redis' }, nearby(topology, serviceId)) : (same) => same
    // A new link is for what the kind needs, which may not be this.
    return combine(add, connect('caches', serviceId, id), giveRedis(serviceId, use))(topology)
  }
}
