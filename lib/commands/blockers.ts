import type { JudgedFinding } from '@/lib/rules/rule'
import type { Topology } from '@/lib/topology/model/topology'
import { judgementOf } from './judgement'

/** What keeps a design from being built. */
export interface Blockers {
  /** What is wrong and has to be repaired. */
  readonly errors: readonly JudgedFinding[]
  /** What is right, and cannot be built yet. */
  readonly notYet: readonly JudgedFinding[]
}

const NOT_YET = 'not-generated-yet'
const known = new WeakMap<Topology, Blockers>()

/** What keeps a design from being downloaded and explored; once for each immutable document. */
export function blockersOf(topology: Topology): Blockers {
  const made = known.get(topology) ?? sort(judgementOf(topology).findings)
  known.set(topology, made)
  return made
}

/** Can this design be built as it is? */
export function isBuildable(topology: Topology): boolean {
  const { errors, notYet } = blockersOf(topology)
  return errors.length === 0 && notYet.length === 0
}

function sort(findings: readonly JudgedFinding[]): Blockers {
  return {
    errors: findings.filter(({ severity, rule }) => severity === 'error' && rule !== NOT_YET),
    notYet: findings.filter(({ rule }) => rule === NOT_YET),
  }
}
