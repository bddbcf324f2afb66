import { kindById, kindOf, kinds } from '@/lib/catalog/catalog'
import type { Kind, KindId } from '@/lib/catalog/kind'
import { usedVariables, variableOf } from '@/lib/rules/checks/variables'
import { complete } from '@/lib/rules/complete'
import type { Text } from '@/lib/rules/rule'
import { GRID, type Point } from '@/lib/store/placement'
import { refusalTexts } from '@/lib/text/commands'
import { addNode, type Edit } from '@/lib/topology/edits'
import { freshId } from '@/lib/topology/fresh'
import { lookup } from '@/lib/topology/lookup'
import type { Engine } from '@/lib/topology/model/basics'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import { serviceName } from '@/lib/topology/naming'
import { freeBusinessPorts, resolvePorts } from '@/lib/topology/ports'

/** What the rule `too-large` allows. */
const MOST_NODES = 500

const ENGINE_NAMES: Readonly<Record<Engine, string>> = { postgres: 'PostgreSQL', mongo: 'MongoDB' }

/** Why another node of this kind cannot be added, with the rule that it would break. */
export interface AddRefusal {
  readonly rule: string
  readonly reason: Text
}

/** The kinds that are offered: all of them, also those that no download has yet. */
export const offeredKinds: readonly Kind[] = kinds

/** Why this kind cannot be added now; undefined where it can. */
export function refusalToAdd(topology: Topology, kind: Kind): AddRefusal | undefined {
  const { store, beStore, beCache } = kind.can
  const exists = (test: (other: Kind) => boolean) => topology.nodes.some((node) => test(kindOf(node)))
  if (store && exists((other) => other.can.store === store)) {
    return { rule: 'duplicate-data-api', reason: refusalTexts.oneDataApi(ENGINE_NAMES[store]) }
  }
  if (beStore && exists((other) => other.can.beStore === beStore)) {
    return { rule: 'shared-database', reason: refusalTexts.oneDatabase(ENGINE_NAMES[beStore]) }
  }
  if (beCache && exists((other) => Boolean(other.can.beCache))) {
    return { rule: 'several-redis', reason: refusalTexts.oneRedis }
  }
  if (kind.id === 'business_api' && !hasFreePort(topology)) {
    return { rule: 'port-out-of-range', reason: refusalTexts.noPort }
  }
  return overflows(topology, kind) ? { rule: 'too-large', reason: refusalTexts.full } : undefined
}

const ports = new WeakMap<Topology, boolean>()

function hasFreePort(topology: Topology): boolean {
  const isFree =
    ports.get(topology) ?? !freeBusinessPorts(new Set(resolvePorts(topology).values())).next().done
  ports.set(topology, isFree)
  return isFree
}

/** Close to the limit it counts what comes along. */
const NEAR_FULL = MOST_NODES - 10

function overflows(topology: Topology, kind: Kind): boolean {
  const { length } = topology.nodes
  if (length < NEAR_FULL || length >= MOST_NODES) return length >= MOST_NODES
  return length + comingWith(topology, kind) > MOST_NODES
}

let counted: { readonly kinds: string; readonly coming: Map<KindId, number> } | undefined

/** How many nodes come with one of this kind, itself included: it depends on nothing but the kinds that are there. */
function comingWith(topology: Topology, kind: Kind): number {
  const there = topology.nodes.map((node) => kindOf(node).id).join()
  if (counted?.kinds !== there) counted = { kinds: there, coming: new Map() }
  const { coming } = counted
  const known = coming.get(kind.id)
  if (known !== undefined) return known
  const grown = addKind(topology, kind.id, { x: 0, y: 0 }).edit(topology)
  const count = grown.nodes.length - topology.nodes.length
  coming.set(kind.id, count)
  return count
}

/** Adds a node of this kind with everything it needs and that asks no question: one edit. Answers its id too. */
export function addKind(
  topology: Topology,
  id: KindId,
  at: Point,
): { readonly edit: Edit; readonly id: string } {
  const nodeId = freshId(topology, id.replaceAll('_', '-'))
  const node = newNode(topology, kindById(id), nodeId)
  return {
    id: nodeId,
    edit: (current) => {
      const added = addNode(node, onGrid(at))(current)
      return complete(added, [nodeId])(added)
    },
  }
}

/** A new node whose derived names nothing else has: neither another service, nor the project, nor a variable. */
export function newNode(topology: Topology, kind: Kind, id: string): Node {
  const look = lookup(topology)
  const { project } = topology
  const names = new Set([project.name, ...look.services.map((one) => serviceName(project, one))])
  const variables = usedVariables(look)
  const taken = new Set(takenNames(topology))
  for (;;) {
    const node = kind.create(id, taken)
    if (node.type === 'service' && names.has(serviceName(project, node))) taken.add(node.domain)
    else if (node.type === 'external' && variables.has(variableOf(node) ?? '')) taken.add(node.name)
    else return node
  }
}

/** Names that new nodes avoid: domains of services, names of the rest. */
export function takenNames(topology: Topology): ReadonlySet<string> {
  const names = topology.nodes.flatMap((node) =>
    'domain' in node ? [node.domain] : 'name' in node ? [node.name] : [],
  )
  return new Set(names)
}

function onGrid({ x, y }: Point): Point {
  return { x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID }
}
