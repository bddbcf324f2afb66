import { expect, test } from 'vitest'
import type { Topology } from '@/lib/topology/model/topology'
import { followFlow } from './follow-flow'

/** An API writes a loan and so publishes its event; a worker loads it and publishes what a bot hears. */
const design: Topology = {
  topoforge: 1,
  project: { name: 'finance', context: 'finance', locale: 'en' },
  nodes: [
    { id: 'api', type: 'service', kind: 'business_api', domain: 'lending', resources: [{ entity: 'loan' }] },
    { id: 'data', type: 'service', kind: 'postgres_data_api', domain: 'records' },
    { id: 'applied', type: 'queue', name: 'scoring', messages: ['created'] },
    { id: 'scored', type: 'queue', name: 'chats', messages: ['done'] },
    {
      id: 'worker',
      type: 'service',
      kind: 'worker',
      domain: 'scoring',
      handlers: [
        {
          id: 'h',
          message: 'created',
          steps: [
            { step: 'load', entity: 'loan', by: 'id', value: { value: 'message', path: ['id'] }, as: 'loan' },
            { step: 'publish', message: 'done', values: [] },
          ],
        },
      ],
    },
    {
      id: 'bot',
      type: 'service',
      kind: 'bot',
      domain: 'chat',
      handlers: [{ id: 'b', message: 'done', steps: [] }],
    },
  ],
  links: [
    { id: 'a-d', type: 'calls', from: 'api', to: 'data' },
    { id: 'a-q', type: 'publishes', from: 'api', to: 'applied' },
    { id: 'q-w', type: 'consumes', from: 'applied', to: 'worker' },
    { id: 'w-d', type: 'calls', from: 'worker', to: 'data' },
    { id: 'w-q', type: 'publishes', from: 'worker', to: 'scored' },
    { id: 'q-b', type: 'consumes', from: 'scored', to: 'bot' },
  ],
  entities: [{ id: 'loan', owner: 'data', name: 'loan', fields: [{ name: 'title', type: 'string' }] }],
  messages: [
    { id: 'created', type: 'event', name: 'loan.created', fields: [] },
    { id: 'done', type: 'event', name: 'loan.scored', fields: [] },
  ],
}

const NOTHING = { nodes: [], links: [], open: undefined }
const WHOLE = ['api', 'a-d data', 'a-q applied', 'q-w worker', 'w-d data', 'w-q scored', 'q-b bot']
const wayOf = (selection: Parameters<typeof followFlow>[1]) =>
  followFlow(design, selection)?.stops.map(({ node, link }) => (link ? `${link} ${node}` : node))

test('a message is followed from the write that publishes it to the last who hears of it', () => {
  expect(wayOf({ ...NOTHING, open: { part: 'message', id: 'created' } })).toEqual(WHOLE)
})

test('a queue and a link are followed by what they carry', () => {
  expect(wayOf({ ...NOTHING, nodes: ['applied'] })).toEqual(WHOLE)
  expect(wayOf({ ...NOTHING, links: ['a-q'] })).toEqual(WHOLE)
  expect(followFlow(design, { ...NOTHING, links: ['q-b'] })?.title).toBe('loan.scored')
})

test('a handler is followed from itself on', () => {
  const open = { part: 'node', id: 'worker', path: ['handlers', 0] } as const
  expect(wayOf({ ...NOTHING, nodes: ['worker'], open })).toEqual([
    'worker',
    'w-d data',
    'w-q scored',
    'q-b bot',
  ])
})

test('where nothing flows there is no way', () => {
  expect(followFlow(design, { ...NOTHING, nodes: ['api'] })).toBeUndefined()
  expect(followFlow(design, { ...NOTHING, links: ['a-d'] })).toBeUndefined()
})
