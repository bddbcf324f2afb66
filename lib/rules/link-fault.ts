import { kindOf } from '@/lib/catalog/catalog'
import { isAllowedLink, meantLinkType } from '@/lib/catalog/links'
import type { Lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Node } from '@/lib/topology/model/node'
import { byShape, whileSame } from '@/lib/topology/while-same'

/** Rules about the kinds at a link's ends; a wrong link breaks exactly one of them. */
export type LinkFault =
  | 'invalid-link'
  | 'direct-database-access'
  | 'data-api-engine-mismatch'
  | 'data-api-with-business-logic'
  | 'http-into-non-api'
  | 'consumed-by-api'

/** The rule that a link breaks by what it connects; undefined for a good one and for one whose ends are missing. */
export function faultOfLink(look: Lookup, link: Link): LinkFault | undefined {
  const [from, to] = [look.node(link.from), look.node(link.to)]
  if (!from || !to) return undefined
  if (from.id === to.id) return 'invalid-link'
  return isAllowedLink(link.type, kindOf(from), kindOf(to)) ? undefined : faultOfKinds(link, from, to)
}

function faultOfKinds({ type }: Link, from: Node, to: Node): LinkFault {
  const start = kindOf(from).can
  const end = kindOf(to).can
  if (end.beStore && from.type === 'service') {
    if (!start.store) return 'direct-database-access'
    return type === 'stores' ? 'data-api-engine-mismatch' : 'invalid-link'
  }
  const asks = type === 'calls' || type === 'publishes'
  const reaches = end.answerCalls || end.carry || to.type === 'service'
  if (start.store && asks && reaches) return 'data-api-with-business-logic'
  if (end.store && type === 'consumes' && start.carry) return 'data-api-with-business-logic'
  if (type === 'consumes' && start.carry && to.type === 'service') return 'consumed-by-api'
  if (type === 'calls' && start.call && to.type === 'service' && !end.answerCalls) return 'http-into-non-api'
  return 'invalid-link'
}

/** The links of a design that break this rule by what they connect; found once for as long as nothing is linked anew. */
export function linksWith(look: Lookup, fault: LinkFault): readonly Link[] {
  return linksByFault(look).get(fault) ?? []
}

const linksByFault = whileSame(byShape, (look): ReadonlyMap<LinkFault, readonly Link[]> => {
  const faults = new Map<LinkFault, Link[]>()
  for (const link of look.topology.links) {
    const fault = faultOfLink(look, link)
    if (fault) faults.set(fault, [...(faults.get(fault) ?? []), link])
  }
  return faults
})

/** The nodes at the ends of a link; undefined where one is missing. */
export function endsOf(look: Lookup, link: Link): readonly [Node, Node] | undefined {
  const from = look.node(link.from)
  const to = look.node(link.to)
  return from && to && [from, to]
}

/** Whether the format has this link between what stands at its ends. */
export function isGoodLink(look: Lookup, link: Link): boolean {
  const [from, to] = [look.node(link.from), look.node(link.to)]
  return (
    from !== undefined &&
    to !== undefined &&
    from !== to &&
    isAllowedLink(link.type, kindOf(from), kindOf(to))
  )
}

/** The link between the same ends that would be right: of another type, or the other way round. */
export function rightLink(look: Lookup, link: Link): Link | undefined {
  const ends = endsOf(look, link)
  if (!ends || ends[0].id === ends[1].id) return undefined
  const [from, to] = ends
  for (const [start, end] of [
    [from, to],
    [to, from],
  ] as const) {
    const type = meantLinkType(kindOf(start), kindOf(end))
    if (isAllowedLink(type, kindOf(start), kindOf(end))) {
      return { id: link.id, type, from: start.id, to: end.id }
    }
  }
  return undefined
}

/** Whether a link that the format allows leads from something else than a worker to a mail server. */
export function isMailOutsideWorker(look: Lookup, link: Link): boolean {
  const target = look.node(link.to)
  if (target?.type !== 'external' || target.protocol !== 'smtp') return false
  return link.type === 'calls' && look.service(link.from)?.kind !== 'worker' && isGoodLink(look, link)
}
