import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffLines } from './diff-lines'

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', '', 'd e'), { maxLength: 30 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''))

test('both texts can be read back, and the numbers are theirs', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const rows = diffLines(before, after)
      const read = (left: '+' | '-') => rows.filter(({ kind }) => kind !== left)
      expect(
        read('+')
          .map((row) => `${row.text}\n`)
          .join(''),
      ).toBe(before)
      expect(
        read('-')
          .map((row) => `${row.text}\n`)
          .join(''),
      ).toBe(after)
      expect(read('-').map((row) => row.after)).toEqual(read('-').map((_, index) => index + 1))
      expect(read('+').map((row) => row.before)).toEqual(read('+').map((_, index) => index + 1))
    }),
  )
})

test('texts that share almost nothing are told as gone and new', () => {
  const lines = (prefix: string) => Array.from({ length: 6000 }, (_, index) => `${prefix}${index}\n`).join('')
  const rows = diffLines(lines('a'), lines('b'))
  expect(rows).toHaveLength(12_000)
  expect(rows[0]?.kind).toBe('-')
})
