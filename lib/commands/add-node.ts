import { kindById, kindOf, kinds } from '@/lib/catalog/catalog'
import type { Kind, KindId } from '@/lib/catalog/kind'
import { meantLinkType, newLink } from '@/lib/catalog/links'
import type { Text } from '@/lib/rules/rule'
import { GRID, type Point } from '@/lib/store/placement'
import { refusalTexts } from '@/lib/text/commands'
import { addLink, addNode, combine, type Edit } from '@/lib/topology/edits'
import { freshId } from '@/lib/topology/fresh'
import type { Engine } from '@/lib/topology/model/basics'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'

const ENGINE_NAMES: Readonly<Record<Engine, string>> = { postgres: 'PostgreSQL', mongo: 'MongoDB' }

/** Why another node of this kind cannot be added, with the rule that it would break. */
export interface AddRefusal {
  readonly rule: string
  readonly reason: Text
}

/** The kinds that the generator makes: those that are offered. */
export const offeredKinds: readonly Kind[] = kinds.filter((kind) => kind.generated)

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
  return undefined
}

/** Adds a node of this kind with everything it brings along, and its links: one edit. Answers its id too. */
export function addKind(
  topology: Topology,
  id: KindId,
  at: Point,
): { readonly edit: Edit; readonly id: string } {
  const kind = kindById(id)
  const nodeId = freshId(topology, id.replaceAll('_', '-'))
  const node = kind.create(nodeId, takenNames(topology))
  const bring = (kind.brings ?? []).map((brought) => bringAlong(node, brought))
  return { id: nodeId, edit: combine(addNode(node, onGrid(at)), ...bring) }
}

/** The node of the kind that stands there unlinked, or a new one, which finds its own place; and the link between. */
function bringAlong(node: Node, id: KindId): Edit {
  return (topology) => {
    const brought = kindById(id)
    const there = topology.nodes.find((other) => kindOf(other).id === id && isUnlinked(topology, other.id))
    const other = there ?? brought.create(freshId(topology, id.replaceAll('_', '-')), takenNames(topology))
    const withOther = there ? topology : addNode(other)(topology)
    const [from, to] = brought.can.carry ? [other, node] : [node, other]
    const type = meantLinkType(kindOf(from), kindOf(to))
    return addLink(newLink(freshId(withOther, 'link'), type, from.id, to.id))(withOther)
  }
}

function isUnlinked(topology: Topology, id: string): boolean {
  return !topology.links.some((link) => link.from === id || link.to === id)
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
