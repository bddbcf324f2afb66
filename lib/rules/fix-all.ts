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

/** Applies safe fixes, those that take away nothing a person made, until none is left. */
export function fixAllSafe(topology: Topology): FixedAll {
  const fixed: JudgedFinding[] = []
  const seen = new Set<string>()
  let current = topology
  while (fixed.length < MOST) {
    const next = judge(current).find((finding) => finding.fix?.safe && !seen.has(keyOf(finding)))
    if (!next?.fix) break
    // A fix that brings its own finding back must not turn in circles.
    seen.add(keyOf(next))
    current = next.fix.edit(current)
    fixed.push(next)
  }
  return { topology: current, fixed }
}

function keyOf({ rule, message, at }: JudgedFinding): string {
  return JSON.stringify([rule, message.en, at[0]])
}
