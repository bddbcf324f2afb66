import { expect, test } from 'vitest'
import { readOptions, WrongUse } from './options'

test('without options it is a complete run', () => {
  expect(readOptions([])).toMatchObject({
    designs: 25,
    seed: 1,
    randomOnly: false,
    live: 1,
    servers: false,
    python: '3.11',
  })
})

test('a seed alone is that one random design, as when a failure is repeated', () => {
  expect(readOptions(['--seed', '4711'])).toMatchObject({ designs: 1, seed: 4711, randomOnly: true, live: 0 })
  expect(readOptions(['--seed', '7', '--designs', '3'])).toMatchObject({ designs: 3, seed: 7 })
})

test('an example alone is that one design', () => {
  expect(readOptions(['--example', 'shop'])).toMatchObject({ designs: 0, example: 'shop', live: 0 })
})

test('a budget keeps everything else as it is', () => {
  expect(readOptions(['--budget', '8'])).toMatchObject({ budget: 8, designs: 25, live: 1 })
})

test.each([['--designs', 'many'], ['--budget', '-1'], ['--unknown'], ['--seed', '']])(
  '%s is wrong use',
  (...args) => {
    expect(() => readOptions(args)).toThrow(WrongUse)
  },
)
