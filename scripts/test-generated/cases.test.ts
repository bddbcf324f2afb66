import { expect, test } from 'vitest'
import { randomCasesDesign } from '@/lib/testing/random-cases'
import { findRuffFaults, type SeenFiles } from './ruff-design'

const DESIGNS = 60

test(`Python of the use cases of ${DESIGNS} random designs is clean and formatted`, {
  timeout: 300_000,
}, () => {
  const seen: SeenFiles = new Map()
  for (let seed = 1; seed <= DESIGNS; seed += 1)
    expect(findRuffFaults(randomCasesDesign(seed), seen), `seed ${seed}`).toEqual([])
})
