import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hiddenIn, withoutHidden } from './hidden-characters'

it.each(['Loan', 'Заявка «А»', 'עברית', '数据', '😀', '👩‍💻', '👨🏽‍🚀', '❤️', 'naïve', 'a b', '\u00A0'])(
  'sees %s',
  (text) => {
    expect(hiddenIn(text, true)).toBeUndefined()
  },
)

it.each([
  '\0',
  '\x1b[31m',
  '\x7f',
  '\x9b',
  '\u00AD',
  '\u200B',
  '\u200E',
  '\u202E',
  '\u2066',
  '\uFEFF',
  '\uD800',
  '\uDC00',
  'a\u200Db',
  '\u{E0041}',
  '\u3164',
  '\uFFFE',
  '\r',
  '\u2028',
])('finds what is hidden in %j', (text) => {
  expect(hiddenIn(text, false)).toBeDefined()
  expect(hiddenIn(text, true)).toBeDefined()
})

it('lets prose have lines', () => {
  expect(hiddenIn('a\n\tb', false)).toBeUndefined()
  expect(hiddenIn('a\nb', true)).toBe('\n')
  expect(withoutHidden('a\r\nb\u2028c', false)).toBe('a\nb\nc')
  expect(withoutHidden('a\r\nb\tc', true)).toBe('a b c')
})

it('leaves nothing hidden, and what is seen as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, oneLine) => {
      const clean = withoutHidden(text, oneLine)
      expect(hiddenIn(clean, oneLine)).toBeUndefined()
      if (hiddenIn(text, oneLine) === undefined) expect(clean).toBe(text)
    }),
    { numRuns: 2000 },
  )
})
