import { addMessage, addNode, combine, type Edit, removeLinks } from '@/lib/topology/edits'
import { freshId, freshName } from '@/lib/topology/fresh'
import { cut, MAX_IDENTIFIER, slug } from '@/lib/topology/identifiers'
import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Message } from '@/lib/topology/model/message'
import type { Service } from '@/lib/topology/model/service'
import type { Topology } from '@/lib/topology/model/topology'
import { serviceName } from '@/lib/topology/naming'
import { stepsOf } from '@/lib/topology/step-walk'
import { freshMessageName } from './messages'
import { nearby } from './places'
import { addQueue, consume } from './queues'
import { connect } from './stores'

/** Whether a step of the caller uses a call: then it cannot become an event without losing its answer. */
export function isUsedByStep(look: Lookup, link: Link): boolean {
  const caller = look.service(link.from)
  if (!caller) return false
  for (const { step } of stepsOf(caller)) {
    if (step.step === 'call' && step.target === link.to) return true
    if (step.step === 'email' && step.via === link.to) return true
  }
  return false
}

/** Replaces a call of a bot or a worker by an event that it consumes. */
export function eventInstead(link: Link): Edit {
  return (topology) => {
    const target = lookup(topology).service(link.to)
    if (!target) return topology
    return combine(removeLinks([link.id]), deliver(link.from, requestAbout(target), target.id))(topology)
  }
}

/** Replaces a call between APIs by an event and a worker that makes the call when it arrives. */
export function eventAndWorkerInstead(link: Link): Edit {
  return (topology) => {
    const target = lookup(topology).service(link.to)
    if (!target) return topology
    return combine(
      removeLinks([link.id]),
      workerBefore(target.id, target.domain, (workerId) =>
        deliver(link.from, requestAbout(target), workerId),
      ),
    )(topology)
  }
}

/** Replaces a link to a mail server by a task and a worker that sends the mail. */
export function taskAndWorkerInstead(link: Link): Edit {
  const task = { type: 'task', subject: 'email', verb: 'send', queue: 'email_tasks' } as const
  return combine(
    removeLinks([link.id]),
    workerBefore(link.to, 'email', (workerId) => deliver(link.from, task, workerId)),
  )
}

/** Puts a worker before a node, which it calls; `feed` gives the worker its messages. */
export function workerBefore(targetId: string, stem: string, feed: (workerId: string) => Edit): Edit {
  return (topology) => {
    const worker = newWorker(topology, stem)
    return combine(
      addNode(worker, nearby(topology, targetId)),
      connect('calls', worker.id, targetId),
      feed(worker.id),
    )(topology)
  }
}

function newWorker(topology: Topology, stem: string): Service {
  const { context } = topology.project
  const room = Math.max(4, MAX_IDENTIFIER - context.length - '__worker'.length - 3)
  const services = lookup(topology).services
  const taken = new Set(services.flatMap((one) => [one.domain, serviceName(topology.project, one)]))
  const domain = freshName(taken, cut(slug(stem, 'work'), room))
  return { id: freshId(topology, 'worker'), type: 'service', kind: 'worker', domain }
}

interface Parcel {
  readonly type: Message['type']
  readonly subject: string
  readonly verb: string
  readonly queue: string
}

function requestAbout({ domain }: Service): Parcel {
  const subject = cut(slug(domain, 'work'), 20)
  return { type: 'event', subject, verb: 'requested', queue: `${subject}_requests` }
}

/** A queue with one message from the publisher to the consumer. */
function deliver(publisherId: string, { type, subject, verb, queue }: Parcel, consumerId: string): Edit {
  return (topology) => {
    const id = freshId(topology, 'message')
    const message: Message = { id, type, name: freshMessageName(topology, subject, verb), fields: [] }
    return combine(
      addMessage(message),
      addQueue(queue, [id], publisherId, (queueId) =>
        combine(connect('publishes', publisherId, queueId), consume(queueId, consumerId)),
      ),
    )(topology)
  }
}
