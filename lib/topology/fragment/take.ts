import { lookup } from '../lookup'
import type { Entity } from '../model/entity'
import type { Link } from '../model/link'
import type { Message } from '../model/message'
import type { Node } from '../model/node'
import type { Topology } from '../model/topology'
import { type Fragment, shapeIn } from './fragment'
import { idsIn } from './map-ids'

/**
 * The nodes and notes with these ids, with everything that is theirs: entities, messages, links among them, steps,
 * places. The links by which their services use other nodes come along, too, and with them what is outside by name.
 */
export function take(topology: Topology, ids: readonly string[]): Fragment {
  const wanted = new Set(ids)
  const nodes = topology.nodes.filter(({ id }) => wanted.has(id))
  const notes = (topology.layout?.notes ?? []).filter(({ id }) => wanted.has(id))
  const taken = new Set(nodes.map(({ id }) => id))
  const carried = new Set(nodes.flatMap((node) => (node.type === 'queue' ? node.messages : [])))
  const entities = topology.entities.filter(({ owner }) => taken.has(owner))
  const messages = topology.messages.filter(({ id }) => carried.has(id))
  const links = topology.links.filter((link) => isTheirs(link, taken))
  const outside = mentions(topology, { nodes, entities, messages, links })
  const positions = (topology.layout?.positions ?? []).filter(({ node }) => taken.has(node))
  return {
    nodes: nodes.map(({ id }) => id),
    notes: notes.map(({ id }) => id),
    design: {
      topoforge: topology.topoforge,
      project: topology.project,
      nodes: [...nodes, ...outside.nodes],
      links,
      entities: [...entities, ...outside.entities],
      messages: [...messages, ...outside.messages],
      layout: { positions, ...(notes.length > 0 && { notes }) },
    },
  }
}

/** Among the taken ones, or one by which a taken node uses another: what it consumes is not its own doing. */
function isTheirs({ type, from, to }: Link, taken: ReadonlySet<string>): boolean {
  return taken.has(from) && (taken.has(to) || type !== 'consumes')
}

interface Parts {
  readonly nodes: readonly Node[]
  readonly entities: readonly Entity[]
  readonly messages: readonly Message[]
}

/** What these parts speak of and that is none of them, with no more than what it is found by. */
function mentions(topology: Topology, parts: Parts & { readonly links: readonly Link[] }): Parts {
  const look = lookup(topology)
  const own = new Set([...parts.nodes, ...parts.entities, ...parts.messages].map(({ id }) => id))
  const spoken = [
    ...parts.nodes.flatMap((node) => idsIn(shapeIn('nodes'), node)),
    ...parts.entities.flatMap((entity) => idsIn(shapeIn('entities'), entity)),
    ...parts.messages.flatMap((message) => idsIn(shapeIn('messages'), message)),
    ...parts.links.flatMap((link) => idsIn(shapeIn('links'), link)),
  ]
  const outside = [...new Set(spoken)].filter((id) => !own.has(id))
  const entities = outside.flatMap((id) => look.entity(id) ?? []).map((entity) => ({ ...entity, fields: [] }))
  const owners = entities.map(({ owner }) => owner).filter((id) => !own.has(id))
  const nodes = [...new Set([...outside, ...owners])].flatMap((id) => look.node(id) ?? []).map(bare)
  const messages = outside
    .flatMap((id) => look.message(id) ?? [])
    .map((message) => ({ ...message, fields: [] }))
  return { nodes, entities: entities.map(({ indexes: _, ...entity }) => entity), messages }
}

/** A node with nothing but what tells it from others. */
function bare(node: Node): Node {
  if (node.type === 'queue') return { id: node.id, type: 'queue', name: node.name, messages: [] }
  if (node.type === 'external') return node.protocol === 'http' ? { ...node, operations: [] } : node
  if (node.type !== 'service') return node
  const { id, type, kind, domain } = node
  return { id, type, kind, domain, ...(node.function !== undefined && { function: node.function }) }
}
