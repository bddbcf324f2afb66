import { expect, test } from 'vitest'
import { canonical, sameDesign } from './canonical'
import { emptyTopology } from './fresh'
import { compareIds, nextId } from './ids'
import type { Topology } from './model/topology'
import { topologySchema } from './model/topology'
import { Chance } from './random/chance'
import { randomDocument } from './random/random-document'

const documents = Array.from({ length: 200 }, (_, index) => randomDocument(index + 1))

test('a canonical document is a document, and canonical', () => {
  for (const document of documents) {
    const form = canonical(document)
    expect(topologySchema.safeParse(form).error).toBeUndefined()
    expect(JSON.stringify(canonical(form))).toBe(JSON.stringify(form))
  }
})

test('the order of parts and of keys means nothing', () => {
  for (const [seed, document] of documents.entries()) {
    expect(JSON.stringify(canonical(mixed(document, seed)))).toBe(JSON.stringify(canonical(document)))
  }
})

test('the order of fields means something', () => {
  const fields = [
    { name: 'a', type: 'date' },
    { name: 'b', type: 'date' },
  ] as const
  const withFields = (list: Topology['entities'][number]['fields']): Topology => ({
    ...emptyTopology(),
    entities: [{ id: 'e', owner: 'd', name: 'e', fields: list }],
  })
  expect(sameDesign(withFields(fields), withFields([...fields].reverse()))).toBe(false)
})

test('what absence says already is left out', () => {
  const base = emptyTopology()
  const said: Topology = {
    ...base,
    project: { ...base.project, title: {}, options: { ci: true, kubernetes: false } },
    nodes: [
      { id: 'a', type: 'service', kind: 'business_api', domain: 'x', access: { type: 'open' }, useCases: [] },
    ],
    links: [{ id: 'l', type: 'calls', from: 'a', to: 'b', access: 'write' }],
    entities: [
      {
        id: 'e',
        owner: 'd',
        name: 'e',
        indexes: [],
        labels: { one: {} },
        fields: [{ name: 'a', type: 'string', optional: false, label: {} }],
      },
    ],
    layout: { positions: [{ node: 'a', x: 0.4, y: -0.2, pinned: false }], notes: [] },
  }
  expect(canonical(said)).toEqual({
    ...base,
    nodes: [{ id: 'a', type: 'service', kind: 'business_api', domain: 'x' }],
    links: [{ id: 'l', type: 'calls', from: 'a', to: 'b' }],
    entities: [{ id: 'e', owner: 'd', name: 'e', fields: [{ name: 'a', type: 'string' }] }],
    layout: { positions: [{ node: 'a', x: 0, y: 0 }] },
  })
  expect(Object.is(canonical(said).layout?.positions[0]?.y, 0)).toBe(true)
})

test('an empty list of resources is not an absent one', () => {
  const node = { id: 'a', type: 'service', kind: 'business_api', domain: 'x' } as const
  const none: Topology = { ...emptyTopology(), nodes: [{ ...node, resources: [] }] }
  expect(sameDesign(none, { ...emptyTopology(), nodes: [node] })).toBe(false)
})

test('ids are ordered by their numbers, and each is followed by the next', () => {
  const ids = ['api-10', 'b', 'api', 'api-2', 'a07', 'a7', 'api-1']
  expect([...ids].sort(compareIds)).toEqual(['a7', 'a07', 'api', 'api-1', 'api-2', 'api-10', 'b'])
  expect([nextId('api'), nextId('api-2'), nextId('n9')]).toEqual(['api-2', 'api-3', 'n10'])
})

/** The same document with lists and keys in another order, where order means nothing. */
function mixed(document: Topology, seed: number): Topology {
  const chance = new Chance(seed)
  const { layout } = document
  return reversedKeys({
    ...document,
    nodes: chance.shuffled(document.nodes),
    links: chance.shuffled(document.links),
    entities: chance.shuffled(document.entities),
    messages: chance.shuffled(document.messages),
    ...(layout && {
      layout: {
        ...layout,
        positions: chance.shuffled(layout.positions),
        ...(layout.notes && { notes: chance.shuffled(layout.notes) }),
      },
    }),
  }) as Topology
}

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, reversedKeys(part)])
      .reverse(),
  )
}
