import { engineOf } from '../lookup'
import type { Node } from '../model/node'
import type { Topology } from '../model/topology'

/** The node of the design that is what this one is, where a design has it only once. */
export function singletonOf(topology: Topology, node: Node): string | undefined {
  const key = singletonKey(node)
  return key === undefined ? undefined : topology.nodes.find((other) => singletonKey(other) === key)?.id
}

/** At most one data API and one database for an engine, and one Redis: rules.md. */
function singletonKey(node: Node): string | undefined {
  const engine = engineOf(node)
  if (engine) return `data api ${engine}`
  if (node.type === 'database') return `database ${node.engine}`
  return node.type === 'redis' ? 'redis' : undefined
}

/** The node of the design that is called as this one: the one with its id first, for the same design. */
export function sameNode(topology: Topology, node: Node): string | undefined {
  const named = topology.nodes.filter((other) => nameKey(other) === nameKey(node))
  return (named.find(({ id }) => id === node.id) ?? named[0])?.id
}

function nameKey(node: Node): string {
  const once = singletonKey(node)
  if (once) return once
  if (node.type === 'service') return `${node.kind} ${node.domain} ${node.function ?? ''}`
  return 'name' in node ? `${node.type} ${node.name}` : node.type
}

/** Whether two records say the same, whatever ids they use. */
export function sameContent(a: object, b: object): boolean {
  return JSON.stringify(a, withoutIds) === JSON.stringify(b, withoutIds)
}

function withoutIds(key: string, value: unknown): unknown {
  return key === 'id' || key === 'owner' || key === 'entity' ? undefined : value
}
