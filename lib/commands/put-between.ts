import { kindById } from '@/lib/catalog/catalog'
import type { Kind, KindId } from '@/lib/catalog/kind'
import { judgeLink } from '@/lib/rules/judge-link'
import type { Point } from '@/lib/store/placement'
import { addLink, addNode, combine, type Edit, removeLinks } from '@/lib/topology/edits'
import { freshId } from '@/lib/topology/fresh'
import { lookup } from '@/lib/topology/lookup'
import type { Topology } from '@/lib/topology/model/topology'
import { newNode, refusalToAdd } from './add-node'
import { completed } from './completed'

/** What comes between the ends of a link: a node that stands unlinked, or a new one of a kind, at a place. */
export type Newcomer = { readonly node: string } | { readonly kind: KindId; readonly at: Point }

const known = new WeakMap<Topology, Map<string, boolean>>()

/**
 * The edit that takes a link away and leads it through a newcomer, as one step with what that needs; undefined where
 * a rule refuses one of the two new links, or the node is linked already.
 */
export function putBetween(topology: Topology, newcomer: Newcomer, linkId: string): Edit | undefined {
  const answers = known.get(topology) ?? new Map<string, boolean>()
  known.set(topology, answers)
  const key = `${'node' in newcomer ? `node ${newcomer.node}` : newcomer.kind} ${linkId}`
  const fits = answers.get(key) ?? between(topology, newcomer, linkId) !== undefined
  answers.set(key, fits)
  return fits ? between(topology, newcomer, linkId) : undefined
}

function between(topology: Topology, newcomer: Newcomer, linkId: string): Edit | undefined {
  const link = lookup(topology).link(linkId)
  if (!link) return undefined
  const entry = entryOf(topology, newcomer)
  if (!entry || entry.id === link.from || entry.id === link.to) return undefined
  const open = combine(entry.edit, removeLinks([linkId]))(topology)
  const first = judgeLink(open, link.from, entry.id)
  if (!first || first.findings.length > 0) return undefined
  const half = addLink(first.link)(open)
  const second = judgeLink(half, entry.id, link.to)
  if (!second || second.findings.length > 0) return undefined
  const parts = [entry.id, link.from, link.to]
  return completed(
    combine(entry.edit, removeLinks([linkId]), addLink(first.link), addLink(second.link)),
    parts,
  )
}

function entryOf(
  topology: Topology,
  newcomer: Newcomer,
): { readonly id: string; readonly edit: Edit } | undefined {
  if ('node' in newcomer) {
    const linked = topology.links.some(({ from, to }) => from === newcomer.node || to === newcomer.node)
    return linked ? undefined : { id: newcomer.node, edit: (same) => same }
  }
  const kind: Kind = kindById(newcomer.kind)
  if (refusalToAdd(topology, kind)) return undefined
  const node = newNode(topology, kind, freshId(topology, kind.id.replaceAll('_', '-')))
  return { id: node.id, edit: addNode(node, newcomer.at) }
}
