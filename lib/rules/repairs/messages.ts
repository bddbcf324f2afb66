import { addMessage, changeNode, combine, type Edit } from '@/lib/topology/edits'
import { flowsOf } from '@/lib/topology/flows'
import { freshId } from '@/lib/topology/fresh'
import { cut, slug } from '@/lib/topology/identifiers'
import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import type { Message } from '@/lib/topology/model/message'
import type { Topology } from '@/lib/topology/model/topology'
import { foldMessage } from '../name-scopes'
import { toPast } from '../past-tense'

/** `<subject>.<verb>` with the first free number, fit for a message of a design. */
export function freshMessageName(topology: Topology, subject: string, verb: string): string {
  const taken = new Set(topology.messages.map(({ name }) => foldMessage(name)))
  const stem = `${cut(slug(subject, 'work'), 36 - verb.length)}.${verb}`
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}_${number}`
    if (!taken.has(foldMessage(name))) return name
  }
}

/** A name of a queue that nothing else of the design has: the stem, or the stem with a number. */
export function freshQueueName(topology: Topology, stem: string): string {
  const taken = new Set(topology.nodes.map((node) => ('name' in node ? node.name.toLowerCase() : '')))
  const first = cut(slug(stem, 'queue'), 36)
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? first : `${first}_${number}`
    if (!taken.has(name)) return name
  }
}

/** Gives a queue its first message: what its publishers' writes imply, where that is one entity, or a request. */
export function addFirstMessage(queueId: string): Edit {
  return (topology) => {
    const look = lookup(topology)
    const queue = look.node(queueId)
    if (queue?.type !== 'queue') return topology
    const entity = writtenInto(look, queueId)
    const message = entity ? createdEvent(topology, entity) : requestOf(topology, queue.name)
    const known = topology.messages.some(({ id }) => id === message.id)
    const carry = changeNode(queueId, { messages: [...queue.messages, message.id] })
    return combine(known ? (same) => same : addMessage(message), carry)(topology)
  }
}

/** What a queue's first message would be called. */
export function firstMessageName(look: Lookup, queueId: string): string {
  const next = addFirstMessage(queueId)(look.topology)
  const queue = lookup(next).node(queueId)
  const id = queue?.type === 'queue' ? queue.messages.at(-1) : undefined
  return (id === undefined ? undefined : lookup(next).message(id)?.name) ?? ''
}

/** The only entity that the publishers of a queue create. */
function writtenInto(look: Lookup, queueId: string): Entity | undefined {
  const flows = flowsOf(look)
  const writers = flows.publishersOf(queueId).map(({ from }) => look.service(from))
  const created = look.topology.entities.filter((entity) =>
    writers.some((writer) => writer && flows.writesOf(writer, { entity, verb: 'created' }).length > 0),
  )
  return created.length === 1 ? created[0] : undefined
}

function createdEvent(topology: Topology, { name }: Entity): Message {
  const known = topology.messages.find(
    (message) => message.type === 'event' && message.name === `${name}.created`,
  )
  if (known) return known
  const fresh = freshMessageName(topology, name, 'created')
  return {
    id: freshId(topology, 'message'),
    type: 'event',
    name: fresh,
    fields: [{ name: 'id', type: 'uuid' }],
  }
}

/** An event that nothing carries yet and that is called so is taken up again. */
function requestOf(topology: Topology, queueName: string): Message {
  const wanted = `${cut(slug(queueName, 'work'), 27)}.requested`
  const flows = flowsOf(lookup(topology))
  const known = topology.messages.find(
    ({ id, type, name }) => type === 'event' && name === wanted && flows.queuesOf(id).length === 0,
  )
  if (known) return known
  const name = freshMessageName(topology, queueName, 'requested')
  return { id: freshId(topology, 'message'), type: 'event', name, fields: [] }
}

/** The same message as an event, in the past tense where that name is free; undefined where it would mean a write. */
export function asEvent(look: Lookup, { label, ...message }: Message): Message | undefined {
  const [subject = '', verb = ''] = message.name.split('.')
  const past = `${subject}.${toPast(verb)}`
  const taken = new Set(look.topology.messages.map(({ name }) => foldMessage(name)))
  const name = verb === '' || taken.has(foldMessage(past)) || past.length > 40 ? message.name : past
  const event: Message = { ...message, type: 'event', name, ...(label && { label }) }
  return flowsOf(look).impliedBy(event) ? undefined : event
}

/** Whether a message of this name would be an entity's own event, so that its fields had to be the entity's. */
export function wouldBeFilled(look: Lookup, { type, fields }: Message, name: string): boolean {
  return fields.length > 0 && flowsOf(look).impliedBy({ type, name }) !== undefined
}

/** Turns tasks into events, which may have several queues and several consumers. */
export function makeEvents(ids: readonly string[]): Edit {
  return combine(...ids.map(makeEvent))
}

function makeEvent(id: string): Edit {
  return (topology) => {
    const look = lookup(topology)
    const message = look.message(id)
    const event = message && asEvent(look, message)
    if (!event) return topology
    return { ...topology, messages: topology.messages.map((one) => (one.id === id ? event : one)) }
  }
}
