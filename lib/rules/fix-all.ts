import type { Topology } from '@/lib/topology/model/topology'
import { judge } from './judge'
import type { JudgedFinding } from './rule'

/** What came of applying every safe fix. */
export interface FixedAll {
  readonly topology: Topology
  /** The findings that were repaired, in the order of their repair. */
  readonly fixed: readonly JudgedFinding[]
}

const MOST = 2000
/** Parts of a list move up when one is taken away, so the same words can be true again; but not for ever. */
const MOST_ALIKE = 200

/** Applies safe fixes, those that take away nothing a person made, until none is left. */
export function fixAllSafe(topology: Topology): FixedAll {
  const fixed: JudgedFinding[] = []
  const applied = new Map<string, number>()
  let current = topology
  while (fixed.length < MOST) {
    const isNew = (finding: JudgedFinding) => (applied.get(keyOf(finding)) ?? 0) < MOST_ALIKE
    const next = judge(current).find((finding) => finding.fix?.safe && isNew(finding))
    if (!next?.fix) break
    applied.set(keyOf(next), (applied.get(keyOf(next)) ?? 0) + 1)
    current = next.fix.edit(current)
    fixed.push(next)
  }
  return { topology: current, fixed }
}

function keyOf({ rule, message, at }: JudgedFinding): string {
  return JSON.stringify([rule, message.en, at[0]])
}
