import { newLink } from '@/lib/catalog/links'
import { ENTITY_VERBS } from '@/lib/topology/activity'
import type { Entity } from '@/lib/topology/model/entity'
import type { Field } from '@/lib/topology/model/field'
import type { Link } from '@/lib/topology/model/link'
import type { Message } from '@/lib/topology/model/message'
import type { Queue } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import type { Chance } from '@/lib/topology/random/chance'
import { hasSecret } from '@/lib/topology/steps/assignable'

/** So that a verb still fits behind it. */
const LONGEST_SUBJECT = 32

/** The design with messages, queues for them, and services that publish: what is said by steps, and what rows say. */
export function withMessages(chance: Chance, topology: Topology): Topology {
  const services = topology.nodes.filter(
    (node) => node.type === 'service' && (node.kind === 'business_api' || node.kind === 'worker'),
  )
  if (services.length === 0 || !chance.flag(0.7)) return topology
  const messages = [
    ...chance.some([happened(chance, topology.entities), task(chance)], chance.int(1, 2)),
    ...chance
      .some(
        topology.entities.filter(({ name }) => name.length <= LONGEST_SUBJECT),
        2,
      )
      .flatMap((entity) =>
        chance.some(ENTITY_VERBS, chance.int(1, 3)).map((verb) => about(chance, entity, verb)),
      ),
  ]
  const queues = [queue(chance, 'first', messages)]
  const events = messages.filter(({ type }) => type === 'event')
  if (events.length > 0 && chance.flag()) queues.push(queue(chance, 'second', chance.some(events, 2)))
  const links = chance
    .some(services, chance.int(1, services.length))
    .flatMap(({ id }) => queues.map((to) => publishes(chance, id, to)))
  return {
    ...topology,
    nodes: [...topology.nodes, ...queues],
    links: [...topology.links, ...links],
    messages: [...topology.messages, ...messages],
  }
}

function happened(chance: Chance, entities: readonly Entity[]): Message {
  const things = chance
    .some(entities, 1)
    .map(({ id }): Field => ({ name: 'thing_id', type: 'reference', entity: id }))
  const more: Field[] = [
    { name: 'count', type: 'integer', min: 0, max: 500 },
    { name: 'price', type: 'decimal', precision: 12, scale: 2, optional: chance.flag() },
    { name: 'mood', type: 'enum', values: [{ name: 'good' }, { name: 'not-so-good' }], default: 'good' },
    { name: 'since', type: 'datetime', default: 'now' },
    { name: 'words', type: 'list', of: { type: 'string', maxLength: 20 }, optional: true },
    { name: 'place', type: 'object', optional: true, fields: [{ name: 'town', type: 'string' }] },
    { name: 'rest', type: 'json', optional: true },
  ]
  return {
    id: 'random-happened',
    type: 'event',
    name: 'thing.happened',
    fields: [...things, ...chance.some(more, chance.int(0, more.length))],
  }
}

function task(chance: Chance): Message {
  const fields: Field[] = [
    { name: 'note', type: 'string', maxLength: 300, optional: chance.flag() },
    { name: 'sure', type: 'boolean', default: true },
    { name: 'on', type: 'date', optional: true },
  ]
  return { id: 'random-task', type: 'task', name: 'thing.do', fields: chance.some(fields, 3) }
}

/** An event about an entity, with fields that are filled from its rows by name. */
function about(chance: Chance, { id, name, fields }: Entity, verb: string): Message {
  const own = fields.filter((field) => !hasSecret(field)).map(asTold)
  const always: Field[] = [
    { name: 'id', type: 'uuid' },
    { name: 'version', type: 'integer' },
    { name: 'updated_at', type: 'datetime' },
  ]
  return {
    id: `random-${id}-${verb}`,
    type: 'event',
    name: `${name}.${verb}`,
    fields: chance.some([...always, ...own], chance.int(0, own.length + always.length)),
  }
}

/** What tells rows apart, and what fills them, is no matter of messages. */
function asTold({ unique: _, indexed: __, default: ___, ...field }: Field): Field {
  if (field.type !== 'reference') return field
  const { onDelete: _onDelete, ...reference } = field
  return reference
}

function queue(chance: Chance, name: string, messages: readonly Message[]): Queue {
  return {
    id: `random-${name}`,
    type: 'queue',
    name: `${name}_things`,
    messages: messages.map(({ id }) => id),
    ...(chance.flag() && { prefetch: chance.int(1, 50) }),
    ...(chance.flag() && { retries: chance.int(0, 5) }),
    ...(chance.flag(0.3) && { deadLetter: chance.flag() }),
  }
}

/** All messages of the queue, or some. */
function publishes(chance: Chance, from: string, { id, messages }: Queue): Link {
  const link = newLink(`random-${from}-${id}`, 'publishes', from, id)
  const some = chance.some(messages, chance.int(1, messages.length))
  return chance.flag(0.3) ? ({ ...link, messages: some } as Link) : link
}
