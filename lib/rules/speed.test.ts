import { expect, it } from 'vitest'
import { changeNode } from '@/lib/topology/edits'
import type { Topology } from '@/lib/topology/model/topology'
import { judge } from './judge'
import { judgeTargets } from './judge-link'
import {
  api,
  bot,
  calls,
  consumes,
  dataApi,
  database,
  entity,
  field,
  integer,
  publishes,
  queue,
  reference,
  sketch,
  stores,
  string,
  worker,
} from './sketch'

/** 500 nodes, 1,300 links and 100 entities of ten fields: the largest design that may be. */
function largest(): Topology {
  const apis = Array.from({ length: 98 }, (_, index) => api(`branch${index}`))
  const workers = Array.from({ length: 150 }, (_, index) => worker(`task${index}`))
  const bots = Array.from({ length: 100 }, (_, index) => bot(`bot${index}`))
  const queues = Array.from({ length: 150 }, (_, index) => queue(`queue${index}`))
  const callers = [...apis, ...workers, ...bots]
  return sketch({
    nodes: [dataApi('records'), database('postgres'), ...callers, ...queues],
    links: [
      stores('records', 'postgres'),
      ...callers.map(({ id }) => calls(id, 'records')),
      ...callers.map(({ id }, index) => publishes(id, queues[index % 150]?.id ?? '')),
      ...workers.map(({ id }, index) => consumes(queues[index]?.id ?? '', id)),
      ...apis
        .slice(1)
        .flatMap(({ id }, index) =>
          apis.slice(Math.max(0, index - 4), index + 1).map((to) => calls(id, to.id)),
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
  })
}

it('judges the largest design before a person notices, after an edit and for every target of a drag', () => {
  let topology = largest()
  expect(topology.nodes).toHaveLength(500)
  judge(topology)
  const edits = Array.from({ length: 12 }, (_, index) => {
    topology = changeNode('branch1', { label: { en: `Branch ${index}` } })(topology)
    return timed(() => judge(topology))
  })
  const drags = Array.from({ length: 6 }, (_, index) => timed(() => judgeTargets(topology, `branch${index}`)))
  if (process.env.SHOW_SPEED) {
    process.stdout.write(
      `edits ${edits.map(Math.round).join(' ')}, drags ${drags.map(Math.round).join(' ')} ms\n`,
    )
  }
  // Ten milliseconds are the aim, seen on a machine at rest; a rule that is not linear takes seconds.
  expect(Math.min(...edits)).toBeLessThan(150)
  expect(Math.min(...drags)).toBeLessThan(150)
})

/** Milliseconds by the clock, or of the processor where the clock ran while others worked. */
function timed(act: () => unknown): number {
  const start = performance.now()
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return Math.min(performance.now() - start, (user + system) / 1000)
}
