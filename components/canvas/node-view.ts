import { kindOf } from '@/lib/catalog/catalog'
import type { Kind } from '@/lib/catalog/kind'
import { judgementOf } from '@/lib/commands/judgement'
import type { JudgedFinding, Text } from '@/lib/rules/rule'
import { lookup } from '@/lib/topology/lookup'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import { resolvePorts } from '@/lib/topology/ports'
import { factsOf } from './node-facts'

/** What a node shows of itself. */
export interface NodeView {
  readonly kind: Kind
  readonly name: string
  readonly port: number | undefined
  /** What it does, counted: use cases, handlers, entities. */
  readonly facts: readonly Text[]
  /** Names of the messages that a queue carries. */
  readonly messages: readonly string[]
  /** A system that is not part of the project. */
  readonly outside: boolean
  readonly errors: number
  readonly warnings: number
}

const viewsByTopology = new WeakMap<Topology, Map<string, NodeView>>()
const portsByTopology = new WeakMap<Topology, ReadonlyMap<string, number>>()

/** The last view of each node: as long as it looks the same it is the same, and is not drawn again. */
const lastViews = new Map<string, NodeView>()

/** The view of one node of a design; kept as long as the design, so that equal questions cost nothing. */
export function viewOf(topology: Topology, id: string): NodeView | undefined {
  const views = viewsByTopology.get(topology) ?? new Map<string, NodeView>()
  viewsByTopology.set(topology, views)
  const known = views.get(id)
  const node = lookup(topology).node(id)
  if (known || !node) return known
  const made = makeView(topology, node)
  const last = lastViews.get(id)
  const view = last && sameView(last, made) ? last : made
  views.set(id, view)
  lastViews.set(id, view)
  return view
}

function sameView(a: NodeView, b: NodeView): boolean {
  return (
    a.kind === b.kind &&
    a.name === b.name &&
    a.port === b.port &&
    a.facts.length === b.facts.length &&
    a.facts.every(({ en }, index) => en === b.facts[index]?.en) &&
    a.messages.join() === b.messages.join() &&
    a.errors === b.errors &&
    a.warnings === b.warnings
  )
}

/** Findings that are shown at a node: about itself and about the entities that it owns. */
export function findingsAt(topology: Topology, id: string): readonly JudgedFinding[] {
  const judgement = judgementOf(topology)
  const ofEntities = lookup(topology)
    .entitiesOf(id)
    .flatMap((entity) => judgement.of('entity', entity.id))
  return [...judgement.of('node', id), ...ofEntities]
}

function makeView(topology: Topology, node: Node): NodeView {
  const look = lookup(topology)
  const findings = findingsAt(topology, node.id)
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  return {
    kind: kindOf(node),
    name: look.nameOf(node),
    port: portsOf(topology).get(node.id),
    facts: factsOf(look, node),
    messages: node.type === 'queue' ? node.messages.flatMap((id) => look.message(id)?.name ?? []) : [],
    outside: node.type === 'external',
    errors: count('error'),
    warnings: count('warning'),
  }
}

function portsOf(topology: Topology): ReadonlyMap<string, number> {
  const ports = portsByTopology.get(topology) ?? resolvePorts(topology)
  portsByTopology.set(topology, ports)
  return ports
}
