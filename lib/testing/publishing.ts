import type { Topology } from '@/lib/topology/model/topology'
import { queued } from './queued'

/**
 * The design with queues that every caller of an API publishes to, so that data APIs which these callers write to take
 * units. What is made of it is for tests alone: nothing consumes the messages.
 */
export function publishing(topology: Topology): Topology {
  const callers = new Set(topology.links.filter(({ type }) => type === 'calls').map(({ from }) => from))
  const design = queued(topology)
  const queues = design.nodes.filter(({ type }) => type === 'queue')
  const links = [...callers].flatMap((from) =>
    queues.map(({ id: to }) => ({
      id: `publishes-${from}-${to}`,
      type: 'publishes' as const,
      from,
      to,
    })),
  )
  return { ...design, links: [...design.links, ...links] }
}
