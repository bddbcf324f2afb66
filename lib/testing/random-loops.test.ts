import { expect, test } from 'vitest'
import { errorsOf } from '@/lib/rules/judge'
import { lookup } from '@/lib/topology/lookup'
import { isWrite, phaseOf } from '@/lib/topology/steps/phases'
import { type StepList, stepListsOf } from '@/lib/topology/steps/step-lists'
import { randomCasesDesign } from './random-cases'

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1)

function acting({ steps }: StepList) {
  return steps.flatMap((step) => (step.step === 'for_each' && phaseOf(step) > 0 ? [step] : []))
}

test('the first random designs write, publish and mail in loops of handlers and of schedules', () => {
  const lists = SEEDS.flatMap((seed) => lookup(randomCasesDesign(seed)).services.flatMap(stepListsOf)).filter(
    (list) => acting(list).length > 0,
  )
  expect(new Set(lists.map(({ context }) => context.in))).toEqual(new Set(['handler', 'schedule']))
  const inside = lists.flatMap(acting).flatMap(({ steps }) => steps)
  expect(inside.some(isWrite)).toBe(true)
  const types = inside.map(({ step }) => step)
  expect(types).toEqual(
    expect.arrayContaining(['load', 'find', 'require', 'create', 'update', 'upsert', 'publish', 'email']),
  )
  expect(lists.some((list) => acting(list).length > 1)).toBe(true)
})

test('designs with such loops are sound', () => {
  for (const seed of [1, 16, 28, 31, 35])
    expect(errorsOf(randomCasesDesign(seed)), `seed ${seed}`).toEqual([])
})
