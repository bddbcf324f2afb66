import { complete } from '@/lib/rules/complete'
import { judgeLink, judgeTargets } from '@/lib/rules/judge-link'
import type { Fix, JudgedFinding, Text } from '@/lib/rules/rule'
import { addLink, type Edit } from '@/lib/topology/edits'
import { lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Topology } from '@/lib/topology/model/topology'

/** Whether a link may be drawn: the edit that draws it, or what is wrong with it and what was probably meant. */
export type Verdict =
  | { readonly allowed: true; readonly edit: Edit }
  | { readonly allowed: false; readonly finding: JudgedFinding; readonly repair: Fix | undefined }

const known = new WeakMap<Topology, Map<string, Verdict>>()
const NO_CHANGE: Verdict = { allowed: true, edit: (topology) => topology }

/** The verdict on a link between two nodes of a design; the rules are asked once for each pair. */
export function verdictOn(topology: Topology, from: string, to: string): Verdict {
  const verdicts = known.get(topology) ?? new Map<string, Verdict>()
  known.set(topology, verdicts)
  const key = `${from} ${to}`
  const verdict = verdicts.get(key) ?? judgePair(topology, from, to)
  verdicts.set(key, verdict)
  return verdict
}

/** Is there a link from the one to the other? A second one would say nothing new. */
export function isLinked(topology: Topology, from: string, to: string): boolean {
  return lookup(topology)
    .linksFrom(from)
    .some((link) => link.to === to)
}

function judgePair(topology: Topology, from: string, to: string): Verdict {
  const verdict = judgeLink(topology, from, to)
  if (!verdict || isLinked(topology, from, to)) return NO_CHANGE
  const [finding] = verdict.findings
  return finding
    ? { allowed: false, finding: withAlready(finding, verdict.already), repair: verdict.repair }
    : { allowed: true, edit: drawn(verdict.link) }
}

/** The reason, and what is there already where that leaves nothing to repair. */
function withAlready(finding: JudgedFinding, already: Text | undefined): JudgedFinding {
  if (!already) return finding
  const { en, ru } = finding.message
  return { ...finding, message: { en: `${en} ${already.en}`, ru: `${ru} ${already.ru}` } }
}

/** Draws a link, with what it needs besides: who consumes gets Redis and a dead-letter queue. */
function drawn(link: Link): Edit {
  return (topology) => {
    const linked = addLink(link)(topology)
    return complete(linked, [link.id])(linked)
  }
}

/** What becomes of a link to another node: it may be drawn, a rule refuses it, or it is there already. */
export type Welcome = 'allowed' | 'refused' | 'linked'

/** How every node of a design would take a link from this one; the rules are asked once for all of them. */
export function welcomesFrom(topology: Topology, from: string): ReadonlyMap<string, Welcome> {
  const links = lookup(topology).linksFrom(from)
  const linked = new Set(links.map(({ to }) => to))
  const welcomes = new Map<string, Welcome>()
  for (const [id, { findings }] of judgeTargets(topology, from)) {
    if (id !== from) welcomes.set(id, linked.has(id) ? 'linked' : findings.length > 0 ? 'refused' : 'allowed')
  }
  return welcomes
}
