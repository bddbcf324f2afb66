import { expect, test } from 'vitest'
import { emptyTopology } from '../fresh'
import { coverageOf, describeCoverage } from './coverage'
import { randomDesign } from './random-design'

const SEEDS = 300

test(`${SEEDS} random designs show everything that is generated so far, alone and in pairs`, () => {
  const coverage = coverageOf(Array.from({ length: SEEDS }, (_, seed) => randomDesign(seed + 1)))
  expect([...coverage.missing, ...coverage.missingPairs], describeCoverage(coverage)).toEqual([])
  expect(coverage.features.size).toBeGreaterThan(400)
  expect(coverage.pairs.size).toBeGreaterThan(1700)
})

test('what no design shows is reported', () => {
  const { missing, missingPairs } = coverageOf([emptyTopology()])
  for (const feature of [
    'Field:list.of=object',
    'Topology.links:calls.access=read',
    'an entity that refers to itself',
  ]) {
    expect(missing).toContain(feature)
  }
  expect(missingPairs).toContain('Field:string.optional + Field:string.pattern')
})

test('what cannot be, or is not generated yet, is not asked for', () => {
  const { missing, missingPairs } = coverageOf([])
  const asked = new Set([...missing, ...missingPairs.flatMap((pair) => pair.split(' + '))])
  expect(asked).not.toContain('Field:json.unique')
  expect(asked).not.toContain('Field:list.of=secret')
  for (const shape of ['Step', 'Message', 'Topology.nodes:queue']) {
    expect([...asked].filter((feature) => feature.startsWith(shape))).toEqual([])
  }
  expect(missingPairs).not.toContain('Field:string.unique + Field:string.default')
})
