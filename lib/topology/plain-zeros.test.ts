import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainZeros } from './plain-zeros'

/** As deep as a test goes to look for one. */
function hasMinusZero(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return Object.is(value, -0)
  return Object.values(value).some(hasMinusZero)
}

it('leaves one zero only, and whatever has none of the other as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.boolean(), (value, nested) => {
      const given = nested ? { list: [value, -0], value } : value
      const made = plainZeros(given)
      expect(hasMinusZero(made)).toBe(false)
      expect(made).toEqual(JSON.parse(JSON.stringify(given)))
      if (!hasMinusZero(given)) expect(made).toBe(given)
    }),
  )
})
