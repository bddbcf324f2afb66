import { newLink } from '@/lib/catalog/links'
import type { Entity } from '@/lib/topology/model/entity'
import type { Field } from '@/lib/topology/model/field'
import type { Link } from '@/lib/topology/model/link'
import type { Message } from '@/lib/topology/model/message'
import type { Node } from '@/lib/topology/model/node'
import type { Service } from '@/lib/topology/model/service'
import type { Topology } from '@/lib/topology/model/topology'
import type { Chance } from '@/lib/topology/random/chance'
import { hasSecret } from '@/lib/topology/steps/assignable'

const MOST_QUEUES = 2
const MOST_LETTERS = 37
const CRONS = ['0 3 * * *', '*/15 * * * *', '30 6 1 * mon', '0 0 29 2 *']
const ZONES = [undefined, 'UTC', 'Europe/Moscow', 'America/New_York']

/** The design with queues, and workers that handle their messages or follow the clock; its steps are yet to come. */
export function withWork(chance: Chance, topology: Topology): Topology {
  const data = topology.nodes.find((node) => node.type === 'service' && node.kind === 'postgres_data_api')
  const messages = Array.from({ length: chance.int(0, 4) }, (_, number) =>
    message(chance, number, topology.entities),
  )
  const queues = messages.length > 0 ? queuesOf(chance, messages) : []
  const workers = [
    ...(queues.length > 0 ? [consumer(chance, messages)] : []),
    ...(chance.flag(0.4) ? [clockwork(chance)] : []),
  ]
  const redis: readonly Node[] = queues.length > 0 ? [{ id: 'work-redis', type: 'redis' }] : []
  const links: readonly Link[] = [
    ...queues.map(({ id }) => newLink(`${id}-consumed`, 'consumes', id, 'work-consumer')),
    ...redis.map(({ id }) => newLink('work-remembers', 'caches', 'work-consumer', id)),
    ...workers.flatMap(({ id }) =>
      data ? [{ ...newLink(`${id}-calls`, 'calls', id, data.id), ...access(chance) }] : [],
    ),
  ]
  return {
    ...topology,
    nodes: [...topology.nodes, ...queues, ...redis, ...workers],
    links: [...topology.links, ...links],
    messages: [...topology.messages, ...messages],
  }
}

function access(chance: Chance) {
  return chance.flag(0.2) ? { access: 'read' as const } : {}
}

function message(chance: Chance, number: number, entities: readonly Entity[]): Message {
  const ids = chance
    .some(entities, 2)
    .map(({ id, name }): Field => ({ name: shortened(`of_${name}`), type: 'reference', entity: id }))
  const more: readonly Field[] = [
    { name: 'amount', type: 'integer', min: 1, max: 1000 },
    { name: 'price', type: 'decimal', precision: 12, scale: 2, optional: chance.flag() },
    { name: 'note', type: 'string', maxLength: 40, optional: true },
    { name: 'since', type: 'datetime', optional: chance.flag() },
    { name: 'day', type: 'date' },
    { name: 'mood', type: 'enum', values: [{ name: 'good' }, { name: 'not-so-good' }] },
    { name: 'sure', type: 'boolean' },
    { name: 'email', type: 'email' },
    { name: 'tags', type: 'list', of: { type: 'string' }, optional: chance.flag() },
    { name: 'extra', type: 'json', optional: chance.flag() },
    ...partsOf(chance, entities),
  ]
  const type = chance.flag(0.7) ? 'event' : 'task'
  const name = type === 'event' ? `work_${number}.happened` : `work_${number}.do`
  return { id: `work-message-${number}`, type, name, fields: [...ids, ...chance.some(more, more.length)] }
}

/** Values of several parts like those that some entity has. */
function partsOf(chance: Chance, entities: readonly Entity[]): readonly Field[] {
  const all = entities.flatMap(({ fields }) => fields.filter(isOfParts))
  return chance.some(all, 1).map(({ unique: _, indexed: __, default: ___, label: ____, ...field }) => ({
    ...field,
    name: shortened(`own_${field.name}`),
  }))
}

function isOfParts(field: Field): boolean {
  return (field.type === 'list' || field.type === 'object') && !hasSecret(field)
}

/** A name no longer than a field's may be, which does not end with an underscore. */
function shortened(name: string): string {
  return name.slice(0, MOST_LETTERS).replace(/_+$/, '')
}

/** Every message is in some queue, an event perhaps in all of them. */
function queuesOf(chance: Chance, messages: readonly Message[]): readonly Extract<Node, { type: 'queue' }>[] {
  const count = chance.int(1, MOST_QUEUES)
  return Array.from({ length: count }, (_, number) => ({
    id: `work-queue-${number}`,
    type: 'queue' as const,
    name: `work_queue_${number}`,
    messages: messages
      .filter(({ type }, index) => index % count === number || (type === 'event' && chance.flag(0.3)))
      .map(({ id }) => id),
    ...(chance.flag() && { prefetch: chance.int(1, 50) }),
    ...(chance.flag() && { retries: chance.int(0, 3) }),
  })).filter((queue) => queue.messages.length > 0)
}

function consumer(chance: Chance, messages: readonly Message[]): Service {
  const handled = messages.filter((_, index) => index === 0 || chance.flag(0.8))
  return {
    id: 'work-consumer',
    type: 'service',
    kind: 'worker',
    domain: 'queued_work',
    ...(chance.flag() && { concurrency: chance.int(1, 20) }),
    handlers: handled.map(({ id }) => ({ id: `${id}-handler`, message: id, steps: [] })),
  }
}

function clockwork(chance: Chance): Service {
  return {
    id: 'work-clock',
    type: 'service',
    kind: 'worker',
    domain: 'timed_work',
    schedules: Array.from({ length: chance.int(1, 2) }, (_, number) => {
      const timeZone = chance.pick(ZONES)
      return {
        id: `work-schedule-${number}`,
        name: `work_time_${number}`,
        cron: chance.pick(CRONS),
        ...(timeZone && { timeZone }),
        steps: [],
      }
    }),
  }
}
