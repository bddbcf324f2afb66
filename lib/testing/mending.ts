import { expect } from 'vitest'
import { judge } from '@/lib/rules/judge'
import type { JudgedFinding } from '@/lib/rules/rule'
import { type Topology, topologySchema } from '@/lib/topology/model/topology'

/** It says what cannot be built today, which a repair may well bring. */
export const ASIDE = 'not-generated-yet'

/** What nobody could see while a part had no place or no name: a repair that gives it one may show it. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  'dangling-reference': ['entity-without-access', 'cross-engine-reference', 'invalid-field'],
  // A field without its default has to be given by the steps that make a row; one that is no longer unique finds none.
  'secret-in-design': ['invalid-step'],
  'invalid-field': ['invalid-step'],
  'invalid-index': ['invalid-step'],
}

/** How often each rule is broken: errors, and the rule asked for. */
function countsOf(topology: Topology, asked: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>([[asked, 0]])
  for (const { rule, severity } of judge(topology)) {
    if (rule === asked || (severity === 'error' && rule !== ASIDE))
      counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  return counts
}

/** A fix makes its rule broken less often and no other rule more often, and makes a design of the format. */
export function expectMended(topology: Topology, finding: JudgedFinding, name = ''): void {
  const next = finding.fix?.edit(topology) ?? topology
  const what = `${name} ${finding.rule}: ${finding.message.en}`
  const before = countsOf(topology, finding.rule)
  const after = countsOf(next, finding.rule)
  const shown = SHOWN[finding.rule] ?? []
  const worse = [...after].filter(([rule, count]) => !shown.includes(rule) && count > (before.get(rule) ?? 0))
  expect([what, worse.map(([rule]) => rule)]).toEqual([what, []])
  expect([what, (after.get(finding.rule) ?? 0) < (before.get(finding.rule) ?? 0)]).toEqual([what, true])
  expect(topologySchema.safeParse(next).error, what).toBeUndefined()
}

/** The findings with a repair, of each rule the first and the last: the others are like them. */
export function someFixable(topology: Topology): readonly JudgedFinding[] {
  const byRule = new Map<string, JudgedFinding[]>()
  for (const finding of judge(topology)) {
    if (finding.fix) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding])
  }
  return [...byRule.values()].flatMap((found) => (found.length > 2 ? found.filter(isEnd) : found))
}

const isEnd = (_: unknown, index: number, all: readonly unknown[]) => index === 0 || index === all.length - 1

/** Applies the first fix again and again until there is none. */
export function mendAll(topology: Topology): Topology {
  let current = topology
  for (let rounds = 0; rounds < 300; rounds += 1) {
    const next = judge(current).find(({ fix }) => fix)
    if (!next?.fix) return current
    current = next.fix.edit(current)
  }
  const left = judge(current).filter(({ fix }) => fix)
  throw new Error(
    `The fixes come to no end: ${left.map(({ rule, message }) => `${rule}: ${message.en}`).join(' · ')}`,
  )
}
