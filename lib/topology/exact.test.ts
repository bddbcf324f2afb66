import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareExact, fits, readExact } from './exact'

it.each([
  ['12.50', { units: 125n, scale: 1 }],
  [-3, { units: -3n, scale: 0 }],
  ['0.00', { units: 0n, scale: 0 }],
  [0.1, { units: 1n, scale: 1 }],
  ['007', { units: 7n, scale: 0 }],
])('reads %s', (value, exact) => {
  expect(readExact(value)).toEqual(exact)
})

it.each(['', 'x', '1e5', 1e30, '1.', '.5', '+1', Number.NaN, '1,5', ' 1', '1'.repeat(81)])(
  'refuses %s',
  (value) => {
    expect(readExact(value)).toBeUndefined()
  },
)

it.each([
  ['99.99', 4, 2, true],
  ['100', 4, 2, false],
  ['-99.99', 4, 2, true],
  ['0.001', 4, 2, false],
  ['1.500', 4, 1, true],
  ['0', 1, 1, true],
])('%s fits %i digits with %i places: %s', (value, precision, scale, fit) => {
  expect(fits(readExact(value) ?? { units: 0n, scale: 0 }, precision, scale)).toBe(fit)
})

it('compares without rounding', () => {
  const number = fc.integer({ min: -1_000_000, max: 1_000_000 })
  fc.assert(
    fc.property(number, number, (left, right) => {
      const exact = (value: number) => readExact((value / 1000).toFixed(3)) ?? { units: 0n, scale: 0 }
      expect(Math.sign(compareExact(exact(left), exact(right)))).toBe(Math.sign(left - right))
    }),
  )
  const [a, b] = ['0.1000000000000000000000000001', '0.1'].map((text) => readExact(text))
  expect(a && b && compareExact(a, b)).toBe(1)
})
