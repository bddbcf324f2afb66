import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Ruff } from '@/lib/testing/ruff'
import { layoutStatements } from './layout'

const ruff = new Ruff({ 'line-length': 100, 'target-version': 'py311' })
const name = fc.stringMatching(/^x[a-z0-9_]{0,39}$/, { size: 'max' })
const names = fc.array(name, { minLength: 1, maxLength: 8 })

/** Statements as templates write them, made of names of any length. */
const FORMS: Readonly<Record<string, (a: string, b: string, list: readonly string[]) => string>> = {
  call: (a, b, list) => `${a}.${b}(${list.join(', ')})`,
  'awaited call': (a, b, list) => `${a} = await ${b}(${list.map((item) => `${item}=${item}`).join(', ')})`,
  'call in a call': (a, b, list) => `${a}(${b}, ${a}(${list.join(', ')}), "a, (b", ${b}=None)`,
  list: (a, _, list) => `${a} = [${list.join(', ')}]`,
  set: (a, _, list) => `${a} = {${list.join(', ')}}`,
  dict: (a, b, list) => `${a} = {${list.map((item) => `"${item}": ${b}`).join(', ')}}`,
  'opened list': (a, _, list) => `${a} = [${list.join(', ')},]`,
  'annotated assignment': (a, b, list) => `${a}: ${b} = ${b}(${list.join(', ')})`,
  'assignment without brackets': (a, b) => `${a} = ${b}.${b}`,
  'list of calls': (a, b, list) => `${a} = [${list.map((item) => `${b}(${item}, ${a})`).join(', ')}]`,
}

test.each(Object.entries(FORMS))('%s', (_, form) => {
  fc.assert(
    fc.property(name, name, names, fc.integer({ min: 0, max: 2 }), (a, b, list, depth) => {
      const indent = '    '.repeat(depth)
      const opening = ['', 'if x:\n', 'if x:\n    if y:\n'][depth] ?? ''
      const text = `${opening}${layoutStatements(indent + form(a, b, list))}\n`
      expect(text).toBe(ruff.format(text))
    }),
    { numRuns: 400 },
  )
})

const SIGNATURES: Readonly<Record<string, (a: string, b: string, list: readonly string[]) => string>> = {
  function: (a, b, list) => `def ${a}(${list.join(', ')}) -> ${b}:`,
  'async function': (a, b, list) =>
    `async def ${a}(${list.map((item) => `${item}: ${b}[str, int]`).join(', ')}) -> dict[str, ${b}]:`,
  method: (a, b, list) =>
    `def ${a}(self, *, ${list.map((item) => `${item.slice(0, 30)}: ${b} | None = None`).join(', ')}) -> None:`,
  'function without annotation': (a, _, list) => `def ${a}(${list.join(', ')}):`,
  class: (a, b, list) => `class ${a}(${b}, ${list.join(', ')}):`,
}

test.each(Object.entries(SIGNATURES))('signature of a %s', (_, form) => {
  fc.assert(
    fc.property(name, name, names, (a, b, list) => {
      const text = `${layoutStatements(form(a, b, list))}\n    pass\n`
      expect(text).toBe(ruff.format(text))
    }),
    { numRuns: 400 },
  )
})

test.each([
  `assert ${'a'.repeat(60)}() == ${'b'.repeat(60)}`,
  `${'a'.repeat(60)} = ${'b'.repeat(60)}() if c else d()`,
  `${'a'.repeat(60)}.${'b'.repeat(60)}`,
])('a statement that it cannot lay out is refused', (statement) => {
  expect(() => layoutStatements(statement)).toThrow('Too long a line')
})

test('a long name given to a parameter stays behind it', () => {
  const [left, right] = ['a'.repeat(60), 'b'.repeat(60)]
  const text = `call(${left}=one.${right}, ${right}=1)\n`
  expect(layoutStatements(text)).toBe(ruff.format(text))
})
