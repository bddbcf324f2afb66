import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kinds } from '@/lib/catalog/catalog'
import { errorsOf } from '@/lib/rules/judge'
import { ruleById } from '@/lib/rules/rules'
import { brokenDesigns } from '@/lib/testing/broken-designs'
import type { Topology } from '@/lib/topology/model/topology'
import { randomDesign } from '@/lib/topology/random/random-design'
import { addKind, refusalToAdd } from './add-node'
import { verdictOn } from './connect'

/** It blocks the download alone. */
const ASIDE = 'not-generated-yet'

/** Designs as people leave them: sound ones, and half-drawn ones in which much is wrong. */
const designs: readonly Topology[] = [
  ...Array.from({ length: 150 }, (_, index) => randomDesign(index + 1, { services: 1 + (index % 5) })),
  ...fc.sample(brokenDesigns, { numRuns: 150, seed: 7 }),
]

function countsOf(topology: Topology): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of errorsOf(topology)) if (rule !== ASIDE) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}

/** Errors that an edit brings, each with what it says. */
function broughtBy(before: Topology, after: Topology): readonly string[] {
  const [was, is] = [countsOf(before), countsOf(after)]
  const more = [...is].filter(([rule, count]) => count > (was.get(rule) ?? 0)).map(([rule]) => rule)
  return errorsOf(after)
    .filter(({ rule }) => more.includes(rule))
    .map(({ rule, message }) => `${rule}: ${message.en}`)
}

const SLOW = 120_000

describe('what is drawn by default', () => {
  it.each(kinds.map(({ id }) => id))(
    '%s can be added to any design without an error',
    (id) => {
      const kind = kinds.find((one) => one.id === id)
      for (const [index, design] of designs.entries()) {
        if (!kind || refusalToAdd(design, kind)) continue
        const { edit, id: added } = addKind(design, id, { x: 0, y: 0 })
        const next = edit(design)
        expect(next.nodes.some((node) => node.id === added)).toBe(true)
        expect([index, broughtBy(design, next)]).toEqual([index, []])
      }
    },
    SLOW,
  )

  it(
    'is linked without an error wherever a link is allowed',
    () => {
      for (const [index, design] of designs.entries()) {
        for (const { id: from } of design.nodes.slice(0, 8)) {
          for (const { id: to } of design.nodes.slice(0, 8)) {
            const verdict = verdictOn(design, from, to)
            if (!verdict.allowed) continue
            expect([index, from, to, broughtBy(design, verdict.edit(design))]).toEqual([index, from, to, []])
          }
        }
      }
    },
    SLOW,
  )

  it(
    'is refused by a rule otherwise, and what is offered instead removes the reason',
    () => {
      for (const [index, design] of designs.entries()) {
        for (const { id: from } of design.nodes.slice(0, 8)) {
          for (const { id: to } of design.nodes.slice(0, 8)) {
            const verdict = verdictOn(design, from, to)
            if (verdict.allowed) continue
            expect(ruleById(verdict.finding.rule)?.severity).toBe('error')
            const repaired = verdict.repair?.edit(design) ?? design
            expect([index, from, to, broughtBy(design, repaired)]).toEqual([index, from, to, []])
          }
        }
      }
    },
    SLOW,
  )
})
