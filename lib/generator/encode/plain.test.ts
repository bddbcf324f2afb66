import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileText } from '@/lib/testing/hostile-text'
import { markdown, mermaidLabel, plainNumber, plainWord, plainWords } from './plain'

describe('Markdown', () => {
  test('is one line with nothing active in it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const line = markdown(text)
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
        expect(line).not.toMatch(/^([-+=]|\d+[.)])/)
        // Whatever could begin a mark has a backslash before it.
        expect(line.replace(/\\./gsu, 'x')).not.toMatch(/[`*_[\]<>&|~$#@{}\\]|:\/\//)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['Заявка на кредит', 'Заявка на кредит'],
    ['a\n# b', 'a \\# b'],
    ['1. x', '1\\. x'],
    ['- x', '\\- x'],
    ['<b>|`x`', '\\<b\\>\\|\\`x\\`'],
    ['see https://x.y', 'see https\\://x.y'],
  ])('%j', (text, line) => expect(markdown(text)).toBe(line))
})

test('a Mermaid label holds letters, digits and plain signs only; the rest goes by number', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(mermaidLabel(text).replace(/#\d+;/g, '')).toMatch(/^[\p{L}\p{N} .,_/-]*$/u)
    }),
  )
  expect(mermaidLabel('Users "a"]; end')).toBe('Users #34;a#34;#93;#59; end')
})

describe('a plain word', () => {
  test.each(['a', 'finance_lending_api', 'shared/src', '8000', 'a-b.c:d'])('%s', (word) => {
    expect(plainWord(word)).toBe(word)
  })

  test.each(['', 'a b', '$x', '-rf', 'a;b', 'a\n', 'é', "'", '"', '#', '%', undefined, 5])(
    'refuses %j',
    (word) => {
      expect(() => plainWord(word)).toThrow('not a plain word')
    },
  )

  test('can be read as words', () => expect(plainWords('loan_application')).toBe('loan application'))
})

test('numbers', () => {
  expect(plainNumber(8001)).toBe('8001')
  expect(() => plainNumber(Number.NaN)).toThrow()
  expect(() => plainNumber('1')).toThrow()
})
