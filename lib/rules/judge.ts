import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { Topology } from '@/lib/topology/model/topology'
import { isSame } from '@/lib/topology/per-item'
import type { DrawnRule, Finding, JudgedFinding, Rule, Severity, Target } from './rule'
import { drawnRules } from './rules'

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }
/** Each rule has one severity, so rules in this order give findings in theirs. */
const inOrder = [...drawnRules].sort((a, b) => RANK[a.severity] - RANK[b.severity])
const judged = new WeakMap<Topology, readonly JudgedFinding[]>()

/**
 * Every finding about a design: errors first, then by rule and by what they
 * say, so that the order of nodes and links in the document means nothing.
 * Judged once for each immutable document.
 */
export function judge(topology: Topology): readonly JudgedFinding[] {
  const findings = judged.get(topology) ?? judgeNow(topology)
  judged.set(topology, findings)
  return findings
}

function judgeNow(topology: Topology): readonly JudgedFinding[] {
  const look = lookup(topology)
  const findings = inOrder.flatMap((rule) => findingsOf(rule, look))
  return findings.some(({ rule }) => rule === 'duplicate-id') ? findings.map(heldBack) : findings
}

/** While two parts share an id a repair could change the wrong one: the ids come first. */
function heldBack(finding: JudgedFinding): JudgedFinding {
  if (finding.rule === 'duplicate-id') return finding
  const { fix: _, ...rest } = finding
  return rest
}

/** What a rule said last: checks keep what they found for as long as it holds, and most of it holds after an edit. */
interface Said {
  readonly found: readonly Finding[]
  readonly sorted: readonly JudgedFinding[]
}

const said = new WeakMap<DrawnRule, Said>()
const stamped = new WeakMap<Finding, JudgedFinding>()

function findingsOf(rule: DrawnRule, look: Lookup): readonly JudgedFinding[] {
  const found = [...rule.check(look)]
  const last = said.get(rule)
  if (last && isSame(last.found, found)) return last.sorted
  const sorted = found.map((one) => stampOnce(rule, one)).sort(inOrderOfWords)
  said.set(rule, { found, sorted })
  return sorted
}

/** A finding is of one rule, which makes it. */
function stampOnce(rule: DrawnRule, finding: Finding): JudgedFinding {
  const known = stamped.get(finding) ?? stamp(rule, finding)
  stamped.set(finding, known)
  return known
}

const inOrderOfWords = (a: JudgedFinding, b: JudgedFinding) =>
  compare(a.message.en, b.message.en) || compare(targetKey(a.at[0]), targetKey(b.at[0]))

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A finding with the id and the severity of its rule. */
export function stamp(rule: Rule, finding: Finding): JudgedFinding {
  const { message, at, fix } = finding
  const { id, severity } = rule
  return fix ? { rule: id, severity, message, at, fix } : { rule: id, severity, message, at }
}

/** A text that two targets share only when they are the same place. */
export function targetKey({ part, id, path }: Target): string {
  return JSON.stringify([part, id ?? null, ...(path ?? [])])
}

/** The findings that stand between a design and its download. */
export function errorsOf(topology: Topology): readonly JudgedFinding[] {
  return judge(topology).filter(({ severity }) => severity === 'error')
}
