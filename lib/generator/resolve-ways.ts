import type { Lookup } from '@/lib/topology/lookup'
import type { Engine } from '@/lib/topology/model/basics'
import { serviceName } from '@/lib/topology/naming'

/** Something that a link lets a service talk to, whether it has anything to say there or not. */
export type Way =
  | { readonly to: 'service'; readonly service: string; readonly port: number }
  | { readonly to: 'database'; readonly engine: Engine }
  | { readonly to: 'rabbitmq' | 'redis' | 'http' | 'smtp' }

/** Whom a service may talk to by its links, each once: that it consumes a queue leads it to RabbitMQ, too. */
export function resolveWays(id: string, look: Lookup, ports: ReadonlyMap<string, number>): readonly Way[] {
  const ends = [
    ...look.linksFrom(id).map(({ to }) => to),
    ...look.linksTo(id, 'consumes').map(({ from }) => from),
  ]
  const ways = ends.flatMap((end) => wayTo(end, look, ports) ?? [])
  return [...new Map(ways.map((way) => [JSON.stringify(way), way])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, way]) => way)
}

function wayTo(id: string, look: Lookup, ports: ReadonlyMap<string, number>): Way | undefined {
  const node = look.node(id)
  switch (node?.type) {
    case 'service': {
      const port = ports.get(id)
      return port === undefined
        ? undefined
        : { to: 'service', service: serviceName(look.topology.project, node), port }
    }
    case 'database':
      return { to: 'database', engine: node.engine }
    case 'queue':
      return { to: 'rabbitmq' }
    case 'redis':
      return { to: 'redis' }
    case 'external':
      return { to: node.protocol }
    default:
      return undefined
  }
}
