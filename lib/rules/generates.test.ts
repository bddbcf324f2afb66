import { expect, it } from 'vitest'
import { generate } from '@/lib/generator/generate'
import { randomDesign } from '@/lib/topology/random/random-design'
import { errorsOf } from './judge'

const DESIGNS = 1000

it(`no error means that a design is generated: ${DESIGNS} random designs`, () => {
  for (let seed = 1; seed <= DESIGNS; seed += 1) {
    const design = randomDesign(seed, { services: 1 + (seed % 3) })
    expect([seed, errorsOf(design).map(({ rule }) => rule)]).toEqual([seed, []])
    expect(generate(design).size).toBeGreaterThan(10)
  }
}, 600_000)
