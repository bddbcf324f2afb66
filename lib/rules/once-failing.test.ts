import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { brokenDesigns } from '@/lib/testing/broken-designs'
import { expectMended, someFixable } from '@/lib/testing/mending'

/** Designs whose repairs once broke something else: seed, number, and how many designs of the seed there were. */
const ONCE: readonly (readonly [seed: number, number: number])[] = [
  // A field of a message took the type of its entity, which was wrong itself.
  [2, 16],
  // Of several Redis the one went that a step named.
  [3, 289],
]

it.each(ONCE)('seed %i, design %i: every repair mends and breaks nothing', (seed, number) => {
  const design = fc.sample(brokenDesigns, { numRuns: 500, seed })[number]
  expect(design).toBeDefined()
  if (design) for (const finding of someFixable(design)) expectMended(design, finding)
})
