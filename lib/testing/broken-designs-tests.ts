import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generate } from '@/lib/generator/generate'
import { fixAllSafe } from '@/lib/rules/fix-all'
import { errorsOf, judge } from '@/lib/rules/judge'
import { type Topology, topologySchema } from '@/lib/topology/model/topology'
import { brokenDesigns } from './broken-designs'
import { expectMended, mendAll, someFixable } from './mending'

/** Hundreds of designs are judged some dozens of times each, on machines that do other things too. */
const SLOW = 600_000
/** What takes a walk through all repairs is done for one design in so many. */
const ONE_IN = 5

/**
 * What holds for designs in which about everything is wrong. A thousand of them are judged, in two files so that two
 * cores share the work; the same seed makes the same designs, and a failing one is named by its number.
 */
export function testBrokenDesigns(seed: number, count = 500): void {
  const designs = fc.sample(brokenDesigns, { numRuns: count, seed })
  const some = designs.filter((_, index) => index % ONE_IN === 0)
  const named = (index: number) => `design ${index} of seed ${seed}`

  describe(`${count} random broken designs of seed ${seed}`, () => {
    it('are designs of the format, and are judged alike in any order', { timeout: SLOW }, () => {
      const said = (one: Topology) => judge(one).map(({ rule, message }) => `${rule}: ${message.en}`)
      for (const [index, topology] of designs.entries()) {
        expect(topologySchema.safeParse(topology).error, named(index)).toBeUndefined()
        if (index % ONE_IN > 0) continue
        const reversed = {
          ...topology,
          nodes: topology.nodes.toReversed(),
          links: topology.links.toReversed(),
        }
        expect([named(index), ...said(reversed)]).toEqual([named(index), ...said(topology)])
      }
    })

    it('are mended by every fix, and nothing else breaks', { timeout: SLOW }, () => {
      for (const [index, topology] of designs.entries())
        for (const finding of someFixable(topology)) expectMended(topology, finding, named(index))
    })

    it('keep everything that a person made when all safe fixes are applied', { timeout: SLOW }, () => {
      for (const [index, topology] of designs.entries()) {
        const { topology: fixed } = fixAllSafe(topology)
        expect(lost(topology, fixed), named(index)).toEqual([])
        expect(fixAllSafe(fixed).fixed, named(index)).toEqual([])
      }
    })

    it('come to an end when every fix is applied, and what has no error then is generated', {
      timeout: SLOW,
    }, () => {
      for (const topology of some) {
        const mended = mendAll(topology)
        if (errorsOf(mended).length === 0) expect(generate(mended).size).toBeGreaterThan(0)
      }
    })
  })
}

/** Parts that were there and are gone; links that led nowhere or said the same twice are nobody's loss. */
function lost(before: Topology, after: Topology): readonly string[] {
  return (['nodes', 'entities', 'messages'] as const).flatMap((list) => {
    const ids = new Set(after[list].map(({ id }) => id))
    return before[list].map(({ id }) => id).filter((id) => !ids.has(id))
  })
}
