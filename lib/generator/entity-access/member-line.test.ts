import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Ruff } from '@/lib/testing/ruff'
import { Code } from '../code'
import { memberLine } from './member-line'

const ruff = new Ruff({ 'line-length': 100, 'target-version': 'py311' })
const name = fc.integer({ min: 1, max: 40 }).map((length) => 'f'.repeat(length))
const plain = fc.integer({ min: 1, max: 48 }).map((length) => 'T'.repeat(length))
const listed = fc
  .tuple(plain, fc.integer({ min: 0, max: 4 }), fc.constantFrom('Items', 'Sequence'))
  .map(([inner, depth, list]) => `${list}[`.repeat(depth) + inner + ']'.repeat(depth))
const kept = fc
  .tuple(listed, fc.constantFrom('', ' | None'))
  .map(([type, end]) => [type + end, null] as const)
const given = fc
  .tuple(listed, fc.constantFrom([' | None', 'None'], [' | Unset', 'UNSET'], [' | Unset | None', 'UNSET']))
  .map(([type, [end = '', value = '']]) => [type + end, value] as const)
const maybe = fc
  .tuple(plain, fc.constantFrom('', ' | None'))
  .map(([type, end]) => [`Maybe[${type}${end}]`, null] as const)

test('a line of a class stands as ruff formats it, whatever the names', () => {
  fc.assert(
    fc.property(name, fc.oneof(kept, given, maybe), (field, [type, value]) => {
      const line = memberLine(field, Code.of(type), value === null ? null : Code.of(value))
      const text = `class A:\n${line.text}\n`
      expect(ruff.format(text)).toBe(text)
    }),
    { numRuns: 500 },
  )
})
