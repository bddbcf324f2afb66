import { freshName } from '../fresh'
import type { Node } from '../model/node'
import type { Topology } from '../model/topology'
import { serviceName, telegramTokenVariable } from '../naming'

/** What new nodes of a design must not be called, and must not take. */
export interface TakenNames {
  readonly project: Topology['project']
  readonly names: Set<string>
  readonly ports: Set<number>
  readonly variables: Set<string>
}

export function takenIn({ project, nodes }: Topology): TakenNames {
  const taken = { project, names: new Set<string>(), ports: new Set<number>(), variables: new Set<string>() }
  for (const node of nodes) note(node, taken)
  return taken
}

/** The node with a name, a port and a token that no other one has; it is taken note of. */
export function freshNode(node: Node, taken: TakenNames): Node {
  const fresh = withoutTaken(named(node, taken), taken)
  note(fresh, taken)
  return fresh
}

function note(node: Node, { project, names, ports, variables }: TakenNames): void {
  names.add(nameOf(node, project))
  if (node.type !== 'service') return
  if ('port' in node && node.port !== undefined) ports.add(node.port)
  if (node.kind === 'bot') variables.add(telegramTokenVariable(project, node))
}

function nameOf(node: Node, project: Topology['project']): string {
  if (node.type === 'service') return serviceName(project, node)
  return 'name' in node ? `${node.type} ${node.name}` : node.id
}

function named(node: Node, { project, names }: TakenNames): Node {
  if (!names.has(nameOf(node, project))) return node
  if (node.type === 'service')
    return { ...node, domain: numbered(node.domain, (domain) => ({ ...node, domain })) }
  if (!('name' in node)) return node
  return { ...node, name: numbered(node.name, (name) => ({ ...node, name })) }

  function numbered(stem: string, called: (name: string) => Node): string {
    const isTaken = { has: (name: string) => names.has(nameOf(called(name), project)) }
    return freshName(isTaken as ReadonlySet<string>, stem)
  }
}

function withoutTaken(node: Node, { project, ports, variables }: TakenNames): Node {
  if (node.type !== 'service') return node
  if ('port' in node && node.port !== undefined && ports.has(node.port)) {
    const { port: _, ...rest } = node
    return rest
  }
  if (node.kind === 'bot' && variables.has(telegramTokenVariable(project, node))) {
    const { tokenVariable: _, ...rest } = node
    return rest
  }
  return node
}
