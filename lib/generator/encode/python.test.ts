import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileText } from '@/lib/testing/hostile-text'
import { Ruff } from '@/lib/testing/ruff'
import { Code } from '../code'
import { ident, py, pythonLiteral, pythonName } from './python'

const ruff = new Ruff({ 'line-length': 100, 'target-version': 'py311', lint: { select: ['F', 'PLE'] } })

/** What Python reads a literal as; a reader of our own, that knows the escapes Python documents. */
function read(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|.)/gs, (_, letters: string) => {
      const named: Record<string, string> = { n: '\n', r: '\r', t: '\t' }
      if (letters.length > 1) return String.fromCodePoint(Number.parseInt(letters.slice(1), 16))
      return named[letters] ?? letters
    })
}

describe('a text as a Python literal', () => {
  test('means the same text', () => {
    fc.assert(
      fc.property(hostileText, fc.boolean(), (text, ascii) => {
        expect(read(pythonLiteral(text, { ascii }))).toBe(text)
      }),
    )
  })

  test('stands as the formatter would write it, on one line, with nothing hidden', () => {
    fc.assert(
      fc.property(hostileText, fc.boolean(), (text, ascii) => {
        const line = `x = [${pythonLiteral(text, { ascii })}]\n`
        expect(ruff.check(line)).toEqual([])
        if (line.length < 90) expect(ruff.format(line)).toBe(line)
        expect(line.trimEnd()).toMatch(ascii ? /^[\x20-\x7e]*$/ : /^[^\p{C}\p{Zl}\p{Zp}]*$/u)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['Заявка', '"Заявка"'],
    ['say "hi"', `'say "hi"'`],
    [`it's "so"`, `'it\\'s "so"'`],
    [`it's`, `"it's"`],
    ['a\u202eb\u0000\ud800', '"a\\u202eb\\x00\\ud800"'],
    ['{{x}} ${y} """', `'{{x}} \${y} """'`],
  ])('%j', (text, literal) => expect(pythonLiteral(text)).toBe(literal))

  test('can be plain ASCII', () => {
    expect(pythonLiteral('^[А-Я]é$', { ascii: true })).toBe('"^[\\u0410-\\u042f]\\xe9$"')
  })
})

test('other values', () => {
  expect([true, false, null, 0, -7, 1e21, 0.5, 12n].map((value) => pythonLiteral(value))).toEqual([
    'True',
    'False',
    'None',
    '0',
    '-7',
    '1000000000000000000000',
    '0.5',
    '12',
  ])
  expect(() => pythonLiteral(undefined)).toThrow()
  expect(() => pythonLiteral({})).toThrow()
  expect(() => pythonLiteral(Number.NaN)).toThrow()
})

test('code is made of literal code, literals and names', () => {
  const field = py`Field(default=${'a"b'}, max_length=${255}, ge=${Code.of('Decimal("1")')}, alias=${ident('x')})`
  expect(field.text).toBe(`Field(default='a"b', max_length=255, ge=Decimal("1"), alias=x)`)
})

test.each(['class', '1a', 'a-b', 'a b', '', 'é', 'a\n'])('%j is no name', (name) => {
  expect(() => pythonName(name)).toThrow('not a name')
})
