import { newLink } from '@/lib/catalog/links'
import { addLink, addMessage, addNode, combine, type Edit, removeLinks } from '@/lib/topology/edits'
import { freshId, freshName } from '@/lib/topology/fresh'
import { cut, MAX_IDENTIFIER, slug } from '@/lib/topology/identifiers'
import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Service } from '@/lib/topology/model/service'
import type { Topology } from '@/lib/topology/model/topology'
import { stepsOf } from '@/lib/topology/step-walk'
import { nearby } from './places'
import { connect } from './stores'

/** Whether a step of the caller uses a call: then it cannot become an event without losing its answer. */
export function isUsedByStep(look: Lookup, link: Link): boolean {
  const caller = look.service(link.from)
  if (!caller) return false
  for (const { step } of stepsOf(caller)) if (step.step === 'call' && step.target === link.to) return true
  return false
}

/** Replaces a call of a bot or a worker by an event that it consumes. */
export function eventInstead(link: Link): Edit {
  return (topology) => {
    const target = lookup(topology).service(link.to)
    if (!target) return topology
    return combine(removeLinks([link.id]), deliver(link.from, target, target.id))(topology)
  }
}

/** Replaces a call between APIs by an event and a worker that makes the call when it arrives. */
export function eventAndWorkerInstead(link: Link): Edit {
  return (topology) => {
    const target = lookup(topology).service(link.to)
    if (!target) return topology
    const worker = workerFor(topology, target)
    return combine(
      removeLinks([link.id]),
      addNode(worker, nearby(topology, target.id)),
      connect('calls', worker.id, target.id),
      deliver(link.from, target, worker.id),
    )(topology)
  }
}

function workerFor(topology: Topology, target: Service): Service {
  const { context } = topology.project
  const room = Math.max(4, MAX_IDENTIFIER - context.length - '__worker'.length - 3)
  const taken = new Set(lookup(topology).services.map(({ domain }) => domain))
  const domain = freshName(taken, cut(slug(target.domain, 'work'), room))
  return { id: freshId(topology, 'worker'), type: 'service', kind: 'worker', domain }
}

/** A queue with one event from the publisher to the consumer, and Redis, which keeps what was consumed. */
function deliver(publisherId: string, about: Service, consumerId: string): Edit {
  return (topology) => {
    const subject = cut(slug(about.domain, 'work'), 20)
    const taken = new Set(topology.messages.map(({ name }) => name))
    const name = freshName(taken, `${subject}.requested`)
    const message = { id: freshId(topology, 'message'), type: 'event', name, fields: [] } as const
    const queues = new Set(topology.nodes.map((node) => (node.type === 'queue' ? node.name : '')))
    const queueName = freshName(queues, `${subject}_requests`)
    const withMessage = addMessage(message)(topology)
    const queue = {
      id: freshId(withMessage, 'queue'),
      type: 'queue',
      name: queueName,
      messages: [message.id],
    } as const
    return combine(
      addNode(queue, nearby(topology, publisherId)),
      connect('publishes', publisherId, queue.id),
      connect('consumes', queue.id, consumerId),
      giveRedis(consumerId),
    )(withMessage)
  }
}

function giveRedis(serviceId: string): Edit {
  return (topology) => {
    const redis = topology.nodes.find((node) => node.type === 'redis')
    const id = redis?.id ?? freshId(topology, 'redis')
    const withRedis = redis ? topology : addNode({ id, type: 'redis' }, nearby(topology, serviceId))(topology)
    if (withRedis.links.some((link) => link.type === 'caches' && link.from === serviceId)) return withRedis
    const link = newLink(freshId(withRedis, 'link'), 'caches', serviceId, id)
    return addLink(link)(withRedis)
  }
}
