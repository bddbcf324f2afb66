import { judge } from '@/lib/rules/judge'
import type { JudgedFinding, Target } from '@/lib/rules/rule'
import type { Topology } from '@/lib/topology/model/topology'

/** All findings about one design, with the ways in which panels ask for them. */
export interface Judgement {
  /** What is wrong, or could be better. */
  readonly findings: readonly JudgedFinding[]
  /** What is right, and keeps the project from being built as yet: it is counted nowhere. */
  readonly notYet: readonly JudgedFinding[]
  readonly errors: readonly JudgedFinding[]
  /** Those whose first target is this part of the design; also those about fields inside it. */
  readonly of: (part: Target['part'], id?: string) => readonly JudgedFinding[]
}

/** The rule that says what is drawn and not generated yet. */
const NOT_YET = 'not-generated-yet'
const NONE: readonly JudgedFinding[] = []
const known = new WeakMap<Topology, Judgement>()

/** Judges a design; once for each immutable document, however many ask. */
export function judgementOf(topology: Topology): Judgement {
  const made = known.get(topology) ?? judgeNow(topology)
  known.set(topology, made)
  return made
}

/** Leaves a mark in the page's timeline, by which a benchmark sees that nothing is judged while something is dragged. */
function judgeNow(topology: Topology): Judgement {
  performance.mark('topoforge:judge')
  return makeJudgement(judge(topology))
}

function makeJudgement(all: readonly JudgedFinding[]): Judgement {
  const findings = all.filter(({ rule }) => rule !== NOT_YET)
  const byPart = new Map<string, JudgedFinding[]>()
  for (const finding of findings) {
    const key = keyOf(finding.at[0].part, finding.at[0].id)
    const list = byPart.get(key)
    if (list) list.push(finding)
    else byPart.set(key, [finding])
  }
  return {
    findings,
    notYet: all.filter(({ rule }) => rule === NOT_YET),
    errors: findings.filter((finding) => finding.severity === 'error'),
    of: (part, id) => byPart.get(keyOf(part, id)) ?? NONE,
  }
}

/** A text that two findings of one design share only when they are the same; for lists on the page. */
export function findingKey({ rule, message, at: [target] }: JudgedFinding): string {
  return [rule, message.en, target.part, target.id, ...(target.path ?? [])].join(' ')
}

function keyOf(part: Target['part'], id: string | undefined): string {
  return id === undefined ? part : `${part} ${id}`
}
