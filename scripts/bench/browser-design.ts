import type { Entity } from '@/lib/topology/model/entity'
import type { Link } from '@/lib/topology/model/link'
import type { Message } from '@/lib/topology/model/message'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'

/** A block of the drawing: one subject with its API, its queues and what works them off. */
const BLOCK = { columns: 10, width: 1320, height: 520 } as const
const STEP = { x: 320, y: 112 } as const
const SUBJECTS = ['lending', 'billing', 'catalog', 'delivery', 'support', 'loyalty', 'returns', 'pricing']
const THINGS = ['order', 'invoice', 'parcel', 'ticket', 'reward', 'refund', 'tariff', 'visit']

/** Parts of a design while it is put together. */
interface Draft {
  readonly nodes: Node[]
  readonly links: Link[]
  readonly messages: Message[]
  readonly positions: { node: string; x: number; y: number }[]
}

/**
 * A design of exactly so many nodes as a large company draws it: blocks of an API, queues and workers around two data
 * APIs and one Redis that everybody uses.
 */
export function crowdedDesign(nodes: number): Topology {
  const draft: Draft = { nodes: [], links: [], messages: [], positions: [] }
  addShared(draft)
  for (let block = 0; draft.nodes.length < nodes; block += 1) addBlock(draft, block, nodes)
  return {
    topoforge: 1,
    project: { name: 'crowd', context: 'crowd', locale: 'en' },
    nodes: draft.nodes,
    links: draft.links,
    entities: THINGS.map(entity),
    messages: draft.messages,
    layout: { positions: draft.positions },
  }
}

function addShared(draft: Draft): void {
  const middle = { x: (BLOCK.columns / 2) * BLOCK.width, y: -600 }
  place(
    draft,
    { id: 'pg', type: 'service', kind: 'postgres_data_api', domain: 'records' },
    middle.x,
    middle.y,
  )
  place(draft, { id: 'pg-db', type: 'database', engine: 'postgres' }, middle.x + STEP.x, middle.y)
  place(
    draft,
    { id: 'mongo', type: 'service', kind: 'mongo_data_api', domain: 'files' },
    middle.x,
    middle.y + STEP.y,
  )
  place(draft, { id: 'mongo-db', type: 'database', engine: 'mongo' }, middle.x + STEP.x, middle.y + STEP.y)
  place(draft, { id: 'redis', type: 'redis' }, middle.x - STEP.x * 2, middle.y)
  link(draft, 'stores', 'pg', 'pg-db')
  link(draft, 'stores', 'mongo', 'mongo-db')
}

/** Six nodes: an API that publishes into two queues, a worker on each, and a bot or an outside system. */
function addBlock(draft: Draft, block: number, limit: number): void {
  const subject = `${SUBJECTS[block % SUBJECTS.length]}_${block}`
  const x = (block % BLOCK.columns) * BLOCK.width
  const y = Math.floor(block / BLOCK.columns) * BLOCK.height
  const api = `api-${block}`
  place(draft, { id: api, type: 'service', kind: 'business_api', domain: subject, port: 8003 + block }, x, y)
  link(draft, 'calls', api, block % 3 === 0 ? 'mongo' : 'pg')
  for (const row of [0, 1]) {
    if (draft.nodes.length + 1 >= limit) return
    addQueueWithWorker(draft, { api, subject, key: `${block}-${row}` }, x + STEP.x, y + row * STEP.y)
  }
  if (draft.nodes.length >= limit) return
  const out = `out-${block}`
  if (block % 3 === 0) {
    place(
      draft,
      { id: out, type: 'external', protocol: 'http', name: `${subject}_partner`, operations: [] },
      x,
      y + 2 * STEP.y,
    )
    link(draft, 'calls', api, out)
  } else {
    place(
      draft,
      { id: out, type: 'service', kind: 'bot', domain: subject, function: 'chat' },
      x,
      y + 2 * STEP.y,
    )
    link(draft, 'calls', out, api)
    link(draft, 'caches', out, 'redis')
  }
}

interface Work {
  readonly api: string
  readonly subject: string
  readonly key: string
}

function addQueueWithWorker(draft: Draft, { api, subject, key }: Work, x: number, y: number): void {
  const message = `message-${key}`
  const queue = `queue-${key}`
  const worker = `worker-${key}`
  draft.messages.push({
    id: message,
    type: 'event',
    name: `${subject}_${key.replace('-', '_')}.changed`,
    fields: [],
  })
  place(
    draft,
    { id: queue, type: 'queue', name: `${subject}_${key.replace('-', '_')}`, messages: [message] },
    x,
    y,
  )
  place(
    draft,
    {
      id: worker,
      type: 'service',
      kind: 'worker',
      domain: subject,
      function: `part_${key.replace('-', '_')}`,
    },
    x + STEP.x,
    y,
  )
  link(draft, 'publishes', api, queue)
  link(draft, 'consumes', queue, worker)
  link(draft, 'calls', worker, 'pg')
  link(draft, 'caches', worker, 'redis')
}

function place(draft: Draft, node: Node, x: number, y: number): void {
  draft.nodes.push(node)
  draft.positions.push({ node: node.id, x: Math.round(x / 8) * 8, y: Math.round(y / 8) * 8 })
}

function link(draft: Draft, type: Link['type'], from: string, to: string): void {
  draft.links.push({ id: `link-${draft.links.length}`, type, from, to })
}

function entity(name: string): Entity {
  return {
    id: name,
    owner: 'pg',
    name,
    fields: [
      { type: 'string', name: 'title', maxLength: 120 },
      { type: 'integer', name: 'amount', min: 0 },
    ],
  }
}
