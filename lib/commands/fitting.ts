import { kindOf } from '@/lib/catalog/catalog'
import type { Kind } from '@/lib/catalog/kind'
import { judgeLink } from '@/lib/rules/judge-link'
import type { Point } from '@/lib/store/placement'
import { addLink, addNode, combine, type Edit } from '@/lib/topology/edits'
import { freshId } from '@/lib/topology/fresh'
import type { Link } from '@/lib/topology/model/link'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import { newNode, offeredKinds, refusalToAdd } from './add-node'
import { completed } from './completed'

/** Something that may stand at the other end of a link from a node. */
export interface Fitting {
  readonly kind: Kind
  /** The node that is there already, where there may be only one of its kind; else a new one is added. */
  readonly existing: string | undefined
  /** Adds what is new at a place, with the link and everything it needs: one step. */
  readonly edit: (at: Point) => Edit
  /** The node at the other end, there or new. */
  readonly id: string
}

/** What the rules allow at the loose end of a link from this node: first what it leads to, then what leads to it. */
export function fittingsFor(topology: Topology, from: string): readonly Fitting[] {
  const candidates = offeredKinds.flatMap((kind) => toCandidate(topology, kind) ?? [])
  const ahead = candidates.flatMap((one) => toFitting(topology, one, from, 'ahead') ?? [])
  const found = new Set(ahead.map(({ id }) => id))
  const others = candidates.filter(({ node }) => !found.has(node.id))
  return [...ahead, ...others.flatMap((one) => toFitting(topology, one, from, 'back') ?? [])]
}

interface Candidate {
  readonly kind: Kind
  readonly node: Node
  readonly isNew: boolean
}

/** A new node of the kind; where another one is not allowed, the one that is there. */
function toCandidate(topology: Topology, kind: Kind): Candidate | undefined {
  if (!refusalToAdd(topology, kind)) {
    const node = newNode(topology, kind, freshId(topology, kind.id.replaceAll('_', '-')))
    return { kind, node, isNew: true }
  }
  const node = topology.nodes.find((one) => kindOf(one) === kind)
  return node && { kind, node, isNew: false }
}

function toFitting(
  topology: Topology,
  { kind, node, isNew }: Candidate,
  from: string,
  way: 'ahead' | 'back',
): Fitting | undefined {
  if (node.id === from) return undefined
  const open = isNew ? addNode(node)(topology) : topology
  const [start, end] = way === 'ahead' ? [from, node.id] : [node.id, from]
  const verdict = judgeLink(open, start, end)
  if (!verdict || verdict.findings.length > 0 || isThere(topology, verdict.link)) return undefined
  const edit = (at: Point) =>
    completed(combine(isNew ? addNode(node, at) : (same) => same, addLink(verdict.link)), [node.id, from])
  return { kind, id: node.id, existing: isNew ? undefined : node.id, edit }
}

function isThere({ links }: Topology, { from, to }: Link): boolean {
  return links.some((link) => link.from === from && link.to === to)
}
