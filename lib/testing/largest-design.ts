import {
  api,
  bot,
  caches,
  calls,
  consumes,
  dataApi,
  database,
  entity,
  event,
  field,
  integer,
  publishes,
  queue,
  reference,
  sketch,
  stores,
  string,
  worker,
} from '@/lib/rules/sketch'
import { redis } from '@/lib/rules/sketch-messages'
import type { Topology } from '@/lib/topology/model/topology'

/** 500 nodes, 1,400 links, 100 entities of ten fields and 150 messages: the largest design that may be. */
export function largestDesign(): Topology {
  const apis = Array.from({ length: 98 }, (_, index) => api(`branch${index}`))
  const queues = Array.from({ length: 150 }, (_, index) =>
    queue(`queue${index}`, [nameOf(index).replace('.', '-')]),
  )
  const workers = Array.from({ length: 149 }, (_, index) =>
    worker(`task${index}`, {
      handlers: [
        {
          id: 'h',
          message: nameOf(index).replace('.', '-'),
          steps: [
            { step: 'create', entity: `thing${index % 100}`, values: [] },
            { step: 'publish', message: nameOf(index + 1).replace('.', '-'), values: [] },
          ],
        },
      ],
    }),
  )
  const bots = Array.from({ length: 100 }, (_, index) => bot(`bot${index}`))
  const callers = [...apis, ...workers, ...bots]
  return sketch({
    nodes: [dataApi('records'), database('postgres'), redis, ...callers, ...queues],
    links: [
      stores('records', 'postgres'),
      ...callers.map(({ id }) => calls(id, 'records')),
      ...callers.map(({ id }, index) => publishes(id, queues[index % 150]?.id ?? '')),
      ...workers.map(({ id }, index) => consumes(queues[index]?.id ?? '', id)),
      ...workers.map(({ id }) => caches(id, 'redis')),
      ...apis
        .slice(1)
        .flatMap(({ id }, index) =>
          apis.slice(Math.max(0, index - 3), index + 1).map((to) => calls(id, to.id)),
        ),
    ],
    entities: Array.from({ length: 100 }, (_, index) =>
      entity(`thing${index}`, [
        field('code', { type: 'string', pattern: '^[A-Z]{3}-\\d+$', maxLength: 20 }, { unique: true }),
        field('amount', { type: 'decimal', precision: 12, scale: 2, min: 0, max: '1000.50' }),
        field(
          'status',
          { type: 'enum', values: [{ name: 'open' }, { name: 'closed' }] },
          { default: 'open' },
        ),
        reference('thing_id', `thing${Math.max(0, index - 1)}`, { optional: true }),
        ...['one', 'two', 'three'].map((name) =>
          string(name, { label: { en: `Label of ${name}`, ru: 'Подпись' } }),
        ),
        ...['four', 'five', 'six'].map((name) => integer(name, { indexed: true })),
      ]),
    ),
    messages: Array.from({ length: 150 }, (_, index) => event(nameOf(index))),
  })
}

/** Two thirds of the events are about an entity. */
const nameOf = (index: number) =>
  index % 150 < 100 ? `thing${index % 150}.created` : `work${index % 150}.done`
