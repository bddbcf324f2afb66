import { describe, expect, test } from 'vitest'
import { financeLending } from '@/lib/examples/finance-lending'
import type { Entity } from '@/lib/topology/model/entity'
import type { Field } from '@/lib/topology/model/field'
import type { Topology } from '@/lib/topology/model/topology'
import { generate } from './generate'
import { resolveProject } from './resolve-project'

const service = (topology: Topology, name: string) => {
  const found = resolveProject(topology).services.find((item) => item.name === name)
  if (!found) throw new Error(`no service ${name}`)
  return found
}

/** A design with one API over these entities, whose ids are in reverse of their names. */
function designOf(entities: readonly Pick<Entity, 'name' | 'fields'>[]): Topology {
  return {
    topoforge: 1,
    project: { name: 'x', context: 'shop', locale: 'ru' },
    nodes: [
      { id: 'z', type: 'service', kind: 'postgres_data_api', domain: 'storage' },
      { id: 'b', type: 'service', kind: 'business_api', domain: 'orders' },
      { id: 'a', type: 'service', kind: 'business_api', domain: 'admin' },
      { id: 'd', type: 'database', engine: 'postgres' },
    ],
    links: [
      { id: 'l3', type: 'stores', from: 'z', to: 'd' },
      { id: 'l2', type: 'calls', from: 'b', to: 'z', access: 'read' },
      { id: 'l1', type: 'calls', from: 'a', to: 'z' },
    ],
    entities: entities.map((entity) => ({ id: idOf(entity.name), owner: 'z', ...entity })),
    messages: [],
  }
}

const idOf = (name: string) => `e${200 - name.charCodeAt(0)}`
const reference = (name: string, entity: string, onDelete?: 'cascade'): Field => ({
  name,
  type: 'reference',
  entity: idOf(entity),
  optional: true,
  ...(onDelete && { onDelete }),
})

describe('a service', () => {
  const design = designOf([{ name: 'loan', fields: [] }])

  test('has its name, its port and who calls it with which access', () => {
    expect(service(design, 'shop_storage_data_api')).toMatchObject({
      port: 8001,
      engine: 'postgres',
      callers: [
        { service: 'shop_admin_api', access: 'write', port: 8000 },
        { service: 'shop_orders_api', access: 'read', port: 8003 },
      ],
    })
  })

  test('offers what it may reach, as far as its access goes', () => {
    const operations = (name: string) =>
      service(design, name).resources.map((resource) => resource.operations)
    expect(operations('shop_admin_api')).toEqual([['create', 'read', 'list', 'update', 'delete']])
    expect(operations('shop_orders_api')).toEqual([['read', 'list']])
  })
})

describe('tables', () => {
  const tables = (entities: readonly Pick<Entity, 'name' | 'fields'>[]) =>
    service(designOf(entities), 'shop_storage_data_api').tables

  test('come after those that they refer to', () => {
    const made = tables([
      { name: 'apple', fields: [reference('m', 'mango')] },
      { name: 'mango', fields: [reference('b', 'banana')] },
      { name: 'banana', fields: [reference('self', 'banana')] },
    ])
    expect(made.map(({ name }) => name)).toEqual(['banana', 'mango', 'apple'])
    expect(made.flatMap(({ fields }) => fields.map(({ type }) => type))).toMatchObject(
      Array(3).fill({ type: 'reference', deferred: false }),
    )
  })

  test('in a cycle come by name, and what refers forward is added later', () => {
    const made = tables([
      { name: 'zebra', fields: [reference('y', 'yak')] },
      { name: 'yak', fields: [reference('z', 'zebra', 'cascade')] },
      { name: 'ant', fields: [reference('y', 'yak')] },
    ])
    expect(made.map(({ name }) => name)).toEqual(['yak', 'zebra', 'ant'])
    expect(made.map(({ fields }) => fields[0]?.type)).toMatchObject([
      { deferred: true, onDelete: 'cascade', entity: { className: 'Zebra' } },
      { deferred: false, onDelete: 'restrict' },
      { deferred: false },
    ])
  })
})

test('every type has its limits filled in', () => {
  const fields: Field[] = [
    { name: 's', type: 'string' },
    { name: 'i', type: 'integer', min: -0 },
    {
      name: 'd',
      type: 'decimal',
      precision: 30,
      scale: 2,
      max: '123456789012345678901234567.50',
      default: '1.50',
    },
    { name: 'o', type: 'object', fields: [{ name: 'k', type: 'enum', values: [{ name: 'in-progress' }] }] },
    { name: 'when', type: 'datetime', default: 'now', indexed: true },
  ]
  const [entity] = service(designOf([{ name: 'thing', fields }]), 'shop_storage_data_api').entities
  expect(entity?.fields).toMatchObject([
    { required: true, type: { minLength: 0, maxLength: 255, pattern: null } },
    { type: { min: '0', max: '9223372036854775807' } },
    { type: { min: null, max: '123456789012345678901234567.5' }, default: { value: '1.5' } },
    {
      type: {
        className: 'ThingO',
        fields: [{ type: { className: 'ThingOK', values: [{ member: 'IN_PROGRESS' }] } }],
      },
    },
    { default: { default: 'now' } },
  ])
  expect(entity?.filters.map(({ parameter }) => parameter)).toEqual(['when', 'when_from', 'when_to'])
})

describe('what means nothing changes nothing', () => {
  const { topology } = financeLending
  const contents = (design: Topology) =>
    [...generate(design)].flatMap(([path, { content }]) =>
      path.startsWith('.topoforge/') ? [] : [[path, content]],
    )

  test('the order of nodes, links and entities', () => {
    const reversed: Topology = {
      ...topology,
      nodes: [...topology.nodes].reverse(),
      links: [...topology.links].reverse(),
      entities: [...topology.entities].reverse(),
    }
    expect(contents(reversed)).toEqual(contents(topology))
  })

  test('ids', () => {
    const ids = new Map(
      [topology.nodes, topology.links, topology.entities]
        .flat()
        .map(({ id }, index) => [id, `q${97 - index}`]),
    )
    const renamed = JSON.parse(JSON.stringify(topology), (key, value) =>
      ['id', 'from', 'to', 'owner', 'entity', 'node'].includes(key) ? (ids.get(value) ?? value) : value,
    )
    expect(contents(renamed)).toEqual(contents(topology))
  })

  test('where things stand', () => {
    const { layout: _, ...placeless } = topology
    expect(contents(placeless)).toEqual(contents(topology))
  })
})
