import { newLink } from '@/lib/catalog/links'
import { addLink, addNode, changeNode, combine, type Edit, removeLinks } from '@/lib/topology/edits'
import { flowsOf } from '@/lib/topology/flows'
import { freshId } from '@/lib/topology/fresh'
import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { Queue } from '@/lib/topology/model/node'
import { addFirstMessage, asEvent, freshQueueName, makeEvents } from './messages'
import { nearby } from './places'
import { giveRedis } from './redis'
import { connect } from './stores'

const SAME: Edit = (topology) => topology

/** Draws a consumption with what every consumption needs: a dead-letter queue, and Redis for the consumer. */
export function consume(queueId: string, consumerId: string): Edit {
  return combine(
    connect('consumes', queueId, consumerId),
    deadLetterOn(queueId),
    giveRedis(consumerId, 'idempotency'),
  )
}

/** Turns the dead-letter queue on where it is off. */
export function deadLetterOn(queueId: string): Edit {
  return (topology) => {
    const queue = lookup(topology).node(queueId)
    return queue?.type === 'queue' && queue.deadLetter === false
      ? changeNode(queueId, { deadLetter: undefined })(topology)
      : topology
  }
}

/** Adds a queue with these messages beside a node; without messages it gets its first one. `use` goes on with its id. */
export function addQueue(
  stem: string,
  messages: readonly string[],
  near: string,
  use: (id: string) => Edit,
): Edit {
  return (topology) => {
    const id = freshId(topology, 'queue')
    const queue: Queue = { id, type: 'queue', name: freshQueueName(topology, stem), messages }
    const fill = messages.length === 0 ? addFirstMessage(id) : SAME
    return combine(addNode(queue, nearby(topology, near)), use(id), fill)(topology)
  }
}

/** Gives a worker something to consume: the first queue that stands alone, or a new one. */
export function addQueueFor(workerId: string): Edit {
  return (topology) => {
    const look = lookup(topology)
    const alone = aloneQueues(look)[0]
    if (!alone) return addQueue('jobs', [], workerId, (id) => consume(id, workerId))(topology)
    const fill = alone.messages.some((id) => look.message(id)) ? SAME : addFirstMessage(alone.id)
    return combine(consume(alone.id, workerId), fill)(topology)
  }
}

function aloneQueues(look: Lookup): readonly Queue[] {
  const key = ({ name, id }: Queue) => `${name}\u0000${id}`
  return look.topology.nodes
    .filter((node): node is Queue => node.type === 'queue')
    .filter(({ id }) => look.linksFrom(id).length + look.linksTo(id).length === 0)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Whether a consumer can have a queue of its own beside this one: tasks have to become events for that. */
export function canHaveOwnQueue(look: Lookup, queue: Queue): boolean {
  const messages = queue.messages.map((id) => look.message(id)).filter((message) => message !== undefined)
  return (
    messages.length > 0 && messages.every((message) => message.type === 'event' || asEvent(look, message))
  )
}

/** Gives a consumer of a queue another queue with the same messages and the same publishers. */
export function ownQueue(queueId: string, consumerId: string): Edit {
  return (topology) => {
    const look = lookup(topology)
    const queue = look.node(queueId)
    const consumer = look.service(consumerId)
    if (queue?.type !== 'queue' || !consumer) return topology
    const messages = queue.messages.filter((id) => look.message(id))
    const tasks = messages.filter((id) => look.message(id)?.type === 'task')
    const old = look.linksFrom(queueId, 'consumes').filter(({ to }) => to === consumerId)
    return combine(
      removeLinks(old.map(({ id }) => id)),
      makeEvents(tasks),
      addQueue(`${consumer.domain}_${queue.name}`, messages, consumerId, (id) =>
        combine(copyPublishers(queueId, id), consume(id, consumerId)),
      ),
    )(topology)
  }
}

/** Consumes a queue alone: over a queue of one's own where another service consumes it already. */
export function consumeAlone(queueId: string, consumerId: string): Edit {
  return (topology) => {
    const others = flowsOf(lookup(topology))
      .consumersOf(queueId)
      .filter(({ to }) => to !== consumerId)
    return (others.length > 0 ? ownQueue(queueId, consumerId) : consume(queueId, consumerId))(topology)
  }
}

function copyPublishers(fromQueue: string, toQueue: string): Edit {
  return (topology) =>
    flowsOf(lookup(topology))
      .publishersOf(fromQueue)
      .reduce((current, { from, messages }) => {
        const link = newLink(freshId(current, 'link'), 'publishes', from, toQueue)
        return addLink({ ...link, ...(messages && { messages }) } as typeof link)(current)
      }, topology)
}
