import { currentTopology, edit } from '@/lib/store/document'
import { openPart, useSelection } from '@/lib/store/selection'
import type { Place } from '@/lib/topology/at'
import { addMessage, combine, type Edit } from '@/lib/topology/edits'
import { freshId, freshName } from '@/lib/topology/fresh'
import { isMessageName, messageSlug } from '@/lib/topology/identifiers'
import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import type { Message } from '@/lib/topology/model/message'
import type { Topology } from '@/lib/topology/model/topology'
import { closePart } from './focus'
import { focusPlace, tellUndo } from './lists'
import { setAt } from './set-at'
import { pickableFields } from './take-fields'

/** Past tenses that are no tasks; the rest of the verbs that end so are events, too. */
const PAST = /(ed|made|sent|paid|done|lost|found|left|begun|built|bought|sold|held|kept|won|written|taken)$/

/** A new message whose name nobody has; an event where the verb is in the past tense, else a task. */
export function newMessage(topology: Topology, written: string, fields: Message['fields'] = []): Message {
  const stem = isMessageName(written) ? written : messageSlug(written)
  const taken = new Set(topology.messages.map(({ name }) => name))
  return {
    id: freshId(topology, 'message'),
    type: PAST.test(stem) ? 'event' : 'task',
    name: freshName(taken, stem),
    fields,
  }
}

/** Adds a message to the design, and to a queue where one is named, as one undo step, and opens it. */
export function createMessage(written: string, queue?: string, fields?: Message['fields']): void {
  const message = newMessage(currentTopology(), written, fields)
  edit(combine(addMessage(message), queue === undefined ? (same) => same : carry(queue, message.id)))
  const open = { part: 'message', id: message.id } as const
  openPart(open)
  focusPlace({ ...open, path: ['name'] })
}

/** Puts a copy of a message beside it, carried by nobody yet, and opens it. */
export function duplicateMessage(id: string): void {
  const topology = currentTopology()
  const message = lookup(topology).message(id)
  if (!message) return
  const taken = new Set(topology.messages.map(({ name }) => name))
  const copy = { ...message, id: freshId(topology, id), name: freshName(taken, message.name) }
  edit(addMessage(copy))
  openPart({ part: 'message', id: copy.id })
  focusPlace({ part: 'message', id: copy.id, path: ['name'] })
}

/** Lets a queue carry a message that is there, as one undo step. */
export function addToQueue(queue: string, message: string): void {
  edit(carry(queue, message))
}

/** Removes a message from the design and from all queues and links that carry it, as one undo step. */
export function removeMessage(id: string): void {
  const look = lookup(currentTopology())
  const next = besideMessage(look, id)
  if (edit(withoutMessage(id))) return
  closePart()
  focusPlace(next)
  tellUndo(look.message(id)?.name ?? id)
}

/** Where the keyboard goes when a message goes: to the next one of the list that it stands in, or to the list. */
function besideMessage({ topology, node }: Lookup, id: string): Place {
  const [only] = useSelection.getState().nodes
  const selected = only === undefined ? undefined : node(only)
  const queue = selected?.type === 'queue' ? selected : undefined
  const ids = queue ? queue.messages : topology.messages.map((message) => message.id)
  const index = ids.indexOf(id)
  const next = ids[index + 1] ?? ids[index - 1]
  if (next !== undefined) return { part: 'message', id: next }
  return queue ? { part: 'node', id: queue.id, path: ['messages'] } : { part: 'project', path: ['messages'] }
}

/** An event that a write of an entity implies, and which is not in the design yet. */
export interface ImpliedEvent {
  readonly name: string
  readonly entity: Entity
}

/** Events of the entities that the publishers of a queue reach, and that nobody has made a message of yet. */
export function impliedEvents(look: Lookup, queue: string): readonly ImpliedEvent[] {
  const known = new Set(look.topology.messages.map(({ name }) => name))
  const publishers = look.linksTo(queue, 'publishes').map(({ from }) => from)
  const dataApis = new Set(publishers.flatMap((id) => look.dataApisCalledBy(id).map((api) => api.id)))
  // Without a publisher any entity may be meant.
  const entities = look.topology.entities.filter(({ owner }) => dataApis.size === 0 || dataApis.has(owner))
  return entities.flatMap((entity) =>
    ['created', 'updated', 'deleted']
      .map((verb) => ({ name: `${entity.name}.${verb}`, entity }))
      .filter(({ name }) => !known.has(name)),
  )
}

/** Makes an implied event a message of the queue, with the fields that its payload is filled with by name. */
export function createImplied(queue: string, { name, entity }: ImpliedEvent): void {
  const filled = new Set(['id', ...entity.fields.map((field) => field.name)])
  createMessage(
    name,
    queue,
    pickableFields(entity).filter((field) => filled.has(field.name)),
  )
}

function carry(queue: string, message: string): Edit {
  return (topology) => {
    const node = lookup(topology).node(queue)
    if (node?.type !== 'queue' || node.messages.includes(message)) return topology
    return setAt({ part: 'node', id: queue, path: ['messages'] }, [...node.messages, message])(topology)
  }
}

function withoutMessage(id: string): Edit {
  const without = <T extends { readonly messages?: readonly string[] | undefined }>(item: T): T =>
    item.messages?.includes(id) ? { ...item, messages: item.messages.filter((other) => other !== id) } : item
  return (topology) => ({
    ...topology,
    messages: topology.messages.filter((message) => message.id !== id),
    nodes: topology.nodes.map((node) => (node.type === 'queue' ? without(node) : node)),
    links: topology.links.map((link) => (link.type === 'publishes' ? without(link) : link)),
  })
}
