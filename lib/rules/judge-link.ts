import { kindOf } from '@/lib/catalog/catalog'
import { meantLinkType, newLink } from '@/lib/catalog/links'
import { freshId } from '@/lib/topology/fresh'
import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import { stamp } from './judge'
import { isGoodLink } from './link-fault'
import type { Fix, JudgedFinding, Text } from './rule'
import { drawnRules } from './rules'
import { nodeName, text } from './words'

/** What would become of a connection that is being dragged. */
export interface LinkVerdict {
  /** The link that would be made; add exactly this one when there is no finding. */
  readonly link: Link
  /** Errors that the link would bring; none means it may be dropped. */
  readonly findings: readonly JudgedFinding[]
  /** Builds what was probably meant instead of the refused link. */
  readonly repair: Fix | undefined
  /** Why there is nothing to repair: what was probably meant is drawn already. */
  readonly already: Text | undefined
}

/** Judges the link that a person means who draws from one node to the other; undefined for unknown nodes. */
export function judgeLink(topology: Topology, fromId: string, toId: string): LinkVerdict | undefined {
  const look = lookup(topology)
  const from = look.node(fromId)
  const to = look.node(toId)
  return from && to && verdictOf(topology, from, to, freshId(topology, 'link'))
}

/** Judges the links from one node to every node of the design at once, for showing where a drop is welcome. */
export function judgeTargets(topology: Topology, fromId: string): ReadonlyMap<string, LinkVerdict> {
  const from = lookup(topology).node(fromId)
  const id = freshId(topology, 'link')
  const verdicts = topology.nodes.map((to) => [to.id, from && verdictOf(topology, from, to, id)] as const)
  return new Map(verdicts.filter((entry): entry is [string, LinkVerdict] => entry[1] !== undefined))
}

const LINK_RULES = drawnRules.filter(({ checkLink, severity }) => checkLink && severity === 'error')

function verdictOf(topology: Topology, from: Node, to: Node, id: string): LinkVerdict {
  const link = newLink(id, meantLinkType(kindOf(from), kindOf(to)), from.id, to.id)
  const look = lookup(topology)
  const findings = LINK_RULES.flatMap((rule) =>
    [...(rule.checkLink?.(look, link) ?? [])].map((finding) => stamp(rule, finding)),
  )
  return new Verdict(topology, link, findings)
}

/** Looks for a repair only when somebody asks: while a connection is dragged, only for the target under the pointer. */
class Verdict implements LinkVerdict {
  constructor(
    private readonly topology: Topology,
    readonly link: Link,
    readonly findings: readonly JudgedFinding[],
  ) {}

  get repair(): Fix | undefined {
    return this.findings.map(({ fix }) => fix).find((fix) => fix && builds(fix, this.topology))
  }

  get already(): Text | undefined {
    if (this.findings.length === 0 || this.repair) return undefined
    return alreadyDrawn(lookup(this.topology), this.link)
  }
}

/** The way between two nodes that is there: the right link the other way round, or over one node between. */
function alreadyDrawn(look: Lookup, { from, to }: Link): Text | undefined {
  const good = (links: readonly Link[]) => links.filter((link) => isGoodLink(look, link))
  const [start, end] = [nodeName(look, from), nodeName(look, to)]
  if (good(look.linksFrom(to)).some((link) => link.to === from))
    return text(`${end} already leads to ${start}.`, `Связь ${end} → ${start} уже есть.`)
  const before = new Set(good(look.linksTo(to)).map((link) => link.from))
  const between = good(look.linksFrom(from)).find((link) => before.has(link.to))
  if (!between) return undefined
  const middle = nodeName(look, between.to)
  return text(
    `${start} already reaches ${end} through ${middle}.`,
    `${start} уже обращается к ${end} через ${middle}.`,
  )
}

/** A repair that only takes the refused link away has nothing to offer before the link is there. */
function builds(fix: Fix, topology: Topology): boolean {
  const next = fix.edit(topology)
  return !isSame(next.nodes, topology.nodes) || !isSame(next.links, topology.links)
}

function isSame<T>(left: readonly T[], right: readonly T[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index])
}
