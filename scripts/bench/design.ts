import type { Entity } from '@/lib/topology/model/entity'
import type { Field } from '@/lib/topology/model/field'
import type { Link } from '@/lib/topology/model/link'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'

const ENTITIES = 12
const OFFERED = 3

const DOMAINS = [
  'lending',
  'billing',
  'catalog',
  'delivery',
  'support',
  'loyalty',
  'returns',
  'pricing',
  'booking',
]
const THINGS = [
  'customer',
  'contract',
  'invoice',
  'payment',
  'product',
  'parcel',
  'ticket',
  'reward',
  'refund',
  'tariff',
  'visit',
  'branch',
]

/** A design of so many services: one data API and Business APIs that offer three of its entities each. */
export function benchDesign(services: number): Topology {
  const businessApis = Array.from({ length: services - 1 }, (_, index) => businessApi(index))
  return {
    topoforge: 1,
    project: { name: 'bench', context: 'bench', locale: 'en' },
    nodes: [
      { id: 'data', type: 'service', kind: 'postgres_data_api', domain: 'record' },
      { id: 'database', type: 'database', engine: 'postgres' },
      ...businessApis,
    ],
    links: [{ id: 'stores', type: 'stores', from: 'data', to: 'database' }, ...businessApis.map(toCall)],
    entities: Array.from({ length: ENTITIES }, (_, index) => entity(index)),
    messages: [],
  }
}

function businessApi(index: number): Node {
  const domain = `${DOMAINS[index % DOMAINS.length]}${index < DOMAINS.length ? '' : `_${index}`}`
  const resources = Array.from({ length: OFFERED }, (_, place) => ({
    entity: `entity-${(index + place) % ENTITIES}`,
  }))
  return { id: `api-${index}`, type: 'service', kind: 'business_api', domain, resources }
}

function toCall({ id }: Node): Link {
  return { id: `${id}-calls`, type: 'calls', from: id, to: 'data' }
}

function entity(index: number): Entity {
  const fields: Field[] = [
    { type: 'string', name: 'title', maxLength: 120 },
    { type: 'email', name: 'contact', unique: true },
    { type: 'decimal', name: 'amount', precision: 12, scale: 2, min: 0, indexed: true },
    { type: 'enum', name: 'status', values: [{ name: 'open' }, { name: 'closed' }], indexed: true },
    { type: 'datetime', name: 'due_at', optional: true, indexed: true },
    { type: 'list', name: 'tags', of: { type: 'string', maxLength: 40 }, maxItems: 10 },
  ]
  const parent: Field = {
    type: 'reference',
    name: 'parent_id',
    entity: `entity-${index - 1}`,
    onDelete: 'restrict',
  }
  return {
    id: `entity-${index}`,
    owner: 'data',
    name: THINGS[index] ?? `thing_${index}`,
    fields: index === 0 ? fields : [...fields, parent],
  }
}
