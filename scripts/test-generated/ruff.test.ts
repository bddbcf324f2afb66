import { expect, test } from 'vitest'
import { publishing } from '@/lib/testing/publishing'
import { exampleDesigns, randomDesign } from './designs'
import { findRuffFaults, type SeenFiles } from './ruff-design'

const DESIGNS = 40

test(`Python of all examples and of ${DESIGNS} random designs is clean and formatted`, {
  timeout: 300_000,
}, () => {
  const seen: SeenFiles = new Map()
  const random = Array.from({ length: DESIGNS }, (_, seed) => randomDesign(seed + 1))
  for (const { id, topology } of [...exampleDesigns(), ...random]) {
    expect(findRuffFaults(topology, seen), id).toEqual([])
    expect(findRuffFaults(publishing(topology), seen), `${id}, publishing`).toEqual([])
  }
})
