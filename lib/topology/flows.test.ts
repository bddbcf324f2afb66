import { describe, expect, it } from 'vitest'
import {
  api,
  bot,
  calls,
  consumes,
  event,
  external,
  lending,
  publishes,
  queue,
  sketch,
  worker,
} from '@/lib/rules/sketch'
import { flowThrough } from './flow-through'
import { flowsOf } from './flows'
import { lookup } from './lookup'
import type { Step } from './model/step'
import type { Topology } from './model/topology'

const publish = (message: string): Step => ({ step: 'publish', message, values: [] })
const call = (target: string): Step => ({ step: 'call', target, operation: 'check', values: [] })

/** lending → loans → scoring → scores → support, and a second queue that also carries loan.created. */
const city = lending({
  nodes: [
    queue('loans', ['loan-created', 'loan-withdrawn']),
    queue('audits', ['loan-created']),
    worker('scoring', {
      handlers: [{ id: 'h', message: 'loan-created', steps: [call('bureau'), publish('loan-scored')] }],
    }),
    worker('audit'),
    queue('scores', ['loan-scored']),
    bot('support'),
    external('bureau'),
  ],
  links: [
    publishes('lending', 'loans'),
    consumes('loans', 'scoring'),
    consumes('audits', 'audit'),
    publishes('scoring', 'scores'),
    consumes('scores', 'support'),
    calls('scoring', 'bureau'),
  ],
  messages: [event('loan.created'), event('loan.withdrawn'), event('loan.scored')],
})

const flowOf = (topology: Topology, id: string) => flowsOf(lookup(topology)).flow(id)

describe('the flow of a message', () => {
  it('begins where its entity is written over a link that carries it', () => {
    expect(flowOf(city, 'loan-created')?.causes).toEqual([
      { service: 'lending', path: ['resources'], entity: 'loan' },
    ])
    expect(flowOf(city, 'loan-withdrawn')?.causes).toEqual([])
    const narrow = {
      ...city,
      links: city.links.map((l) => (l.type === 'publishes' ? { ...l, messages: ['x'] } : l)),
    }
    expect(flowOf(narrow, 'loan-created')?.causes).toEqual([])
    const reading = {
      ...city,
      links: city.links.map((l) => (l.type === 'calls' ? { ...l, access: 'read' as const } : l)),
    }
    expect(flowOf(reading, 'loan-created')?.causes).toEqual([])
  })

  it('begins at a step that publishes it, drawn or not', () => {
    expect(flowOf(city, 'loan-scored')?.causes).toEqual([
      { service: 'scoring', path: ['handlers', 0, 'steps', 1] },
    ])
  })

  it('reaches every queue that carries it, and says who has a handler', () => {
    const flow = flowOf(city, 'loan-created')
    expect(flow?.queues.map(({ id }) => id)).toEqual(['loans', 'audits'])
    expect(flow?.links.map(({ to }) => to)).toEqual(['loans'])
    expect(flow?.consumers.map(({ service, handler }) => [service, handler])).toEqual([
      ['scoring', 0],
      ['audit', undefined],
    ])
  })

  it('counts listed operations, dialogues and each verb', () => {
    const design = lending({
      nodes: [
        api('lending', { resources: [{ entity: 'loan', operations: ['update', 'delete'] }] }),
        bot('support', {
          commands: [{ id: 'c', name: 'new', dialogue: { action: 'create', entity: 'loan' } }],
        }),
        queue('loans', ['loan-created', 'loan-updated', 'loan-deleted']),
      ],
      links: [publishes('lending', 'loans'), publishes('support', 'loans'), calls('support', 'records')],
      messages: [event('loan.created'), event('loan.updated'), event('loan.deleted')],
    })
    const causes = (id: string) => flowOf(design, id)?.causes.map(({ service, path }) => [service, ...path])
    expect(causes('loan-created')).toEqual([['support', 'commands', 0, 'dialogue']])
    expect(causes('loan-updated')).toEqual([['lending', 'resources', 0]])
    expect(causes('loan-deleted')).toEqual([['lending', 'resources', 0]])
  })
})

describe('following a flow end to end', () => {
  const through = (id: string, design = city) => {
    const { nodes, links, legs } = flowThrough(lookup(design), id)
    return { nodes: [...nodes].sort(), links: [...links].sort(), legs: legs.map(({ message }) => message) }
  }

  it('goes through handlers, in both directions', () => {
    const all = through('scores')
    expect(all.legs).toEqual(['loan-created', 'loan-scored'])
    expect(all.nodes).toEqual(['bureau', 'lending', 'loans', 'scores', 'scoring', 'support'])
    expect(through('support')).toEqual(all)
    expect(through('loan-scored').legs).toEqual(['loan-created', 'loan-scored'])
  })

  it('follows an event into every queue from where it begins', () => {
    expect(through('lending').nodes).toEqual([
      'audit',
      'audits',
      'bureau',
      'lending',
      'loans',
      'scores',
      'scoring',
      'support',
    ])
    expect(through('audits').legs).toEqual(['loan-created'])
  })

  it('follows the links where nothing has steps yet', () => {
    const bare = sketch({
      nodes: [api('a'), queue('one', ['one']), worker('b'), queue('two', ['two']), bot('c')],
      links: [publishes('a', 'one'), consumes('one', 'b'), publishes('b', 'two'), consumes('two', 'c')],
      messages: [event('one'), event('two')],
    })
    for (const id of ['a', 'one', 'b', 'two', 'c'])
      expect([id, through(id, bare).nodes]).toEqual([id, ['a', 'b', 'c', 'one', 'two']])
  })

  it('ends in a circle, and shows the links of what takes no part', () => {
    const ring = sketch({
      nodes: [worker('a'), queue('one', ['one']), worker('b'), queue('two', ['two'])],
      links: [publishes('a', 'one'), consumes('one', 'b'), publishes('b', 'two'), consumes('two', 'a')],
      messages: [event('one'), event('two')],
    })
    expect(through('one', ring).links).toHaveLength(4)
    expect(through('postgres').nodes).toEqual(['postgres', 'records'])
    expect(through('nobody')).toEqual({ nodes: [], links: [], legs: [] })
  })
})
