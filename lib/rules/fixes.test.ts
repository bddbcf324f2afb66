import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenDesigns } from '@/lib/testing/broken-designs'
import { type Topology, topologySchema } from '@/lib/topology/model/topology'
import { fixAllSafe } from './fix-all'
import { judge } from './judge'
import type { JudgedFinding } from './rule'
import { drawnRules } from './rules'

/** It says what cannot be built today, which a repair may well bring. */
const ASIDE = 'not-generated-yet'

/** Hundreds of designs are judged some dozens of times each. */
const SLOW = 180_000

/** What nobody could see while a part had no place: a repair that gives it one may show it. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  'dangling-reference': ['entity-without-access', 'cross-engine-reference', 'invalid-field'],
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

/** A fix makes its rule broken less often and no other rule more often. */
function expectMended(topology: Topology, finding: JudgedFinding): void {
  const next = finding.fix?.edit(topology) ?? topology
  const what = `${finding.rule}: ${finding.message.en}`
  const before = countsOf(topology, finding.rule)
  const after = countsOf(next, finding.rule)
  expect(after.get(finding.rule), what).toBeLessThan(before.get(finding.rule) ?? 0)
  const shown = SHOWN[finding.rule] ?? []
  for (const [rule, count] of after)
    if (!shown.includes(rule)) expect(count, `${what} → ${rule}`).toBeLessThanOrEqual(before.get(rule) ?? 0)
  expect(topologySchema.safeParse(next).error, what).toBeUndefined()
}

/** Applies the first fix again and again until there is none. */
function mendAll(topology: Topology): Topology {
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

const examples = drawnRules.flatMap(({ id, examples: { invalid } }) =>
  invalid.map(({ name, topology }) => ({ id, name: name.en, topology })),
)

describe('fixes of the examples', () => {
  it.each(examples)('$id: $name', ({ topology }) => {
    for (const finding of judge(topology)) if (finding.fix) expectMended(topology, finding)
    mendAll(topology)
  })

  it('belongs to every rule of which the design says so', () => {
    const without = drawnRules.filter(({ id, examples: { invalid } }) =>
      invalid.every(({ topology }) => judge(topology).every(({ rule, fix }) => rule !== id || !fix)),
    )
    expect(without.map(({ id }) => id).sort()).toEqual([
      'ambiguous-domain',
      'event-cycle',
      'event-with-two-owners',
      'generic-context',
      'long-name',
      'long-text',
      'name-too-long',
      'not-generated-yet',
      'queue-without-consumer',
      'queue-without-publisher',
      'too-large',
      'unconnected-service',
      'unused-data-api',
    ])
  })
})

describe('random broken designs', () => {
  it(
    'are designs of the format, are judged without a crash, and alike in any order',
    () => {
      fc.assert(
        fc.property(brokenDesigns, (topology) => {
          expect(topologySchema.safeParse(topology).error).toBeUndefined()
          const reversed = { ...topology, nodes: topology.nodes.toReversed() }
          const said = (one: Topology) => judge(one).map(({ rule, message }) => `${rule}: ${message.en}`)
          expect(said(reversed)).toEqual(said(topology))
        }),
        { numRuns: 100 },
      )
    },
    SLOW,
  )

  it(
    'are mended by every fix, and nothing else breaks',
    () => {
      fc.assert(
        fc.property(brokenDesigns, (topology) => {
          for (const finding of judge(topology)) if (finding.fix) expectMended(topology, finding)
        }),
        { numRuns: 120 },
      )
    },
    SLOW,
  )

  it(
    'come to an end when every fix is applied',
    () => {
      fc.assert(
        fc.property(brokenDesigns, (topology) => {
          mendAll(topology)
        }),
        { numRuns: 100 },
      )
    },
    SLOW,
  )

  it(
    'keep everything that a person made when all safe fixes are applied',
    () => {
      fc.assert(
        fc.property(brokenDesigns, (topology) => {
          const { topology: fixed } = fixAllSafe(topology)
          const ids = new Set(fixed.nodes.map(({ id }) => id))
          expect(topology.nodes.filter(({ id }) => !ids.has(id))).toEqual([])
          expect(fixAllSafe(fixed).fixed).toEqual([])
        }),
        { numRuns: 100 },
      )
    },
    SLOW,
  )
})
