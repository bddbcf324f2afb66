import { expect, test } from 'vitest'
import { diffLines } from '@/lib/generator/explore/diff-lines'
import { changesOf, linesOf, widthOf } from './code-rows'

const text = (...lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
const numbered = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`)

test('a file is its lines, without one after the last', () => {
  expect(linesOf(text('a', '', 'b')).map((row) => row.text)).toEqual(['a', '', 'b'])
  expect(linesOf('')).toEqual([])
})

test('changes are shown with three lines around them, the rest as gaps', () => {
  const before = text(...numbered)
  const content = text(...numbered.with(9, 'other'))
  const rows = changesOf({
    path: 'x',
    content,
    causes: [],
    before: { content: before, rows: diffLines(before, content) },
  })
  expect(rows.map(({ kind, number }) => `${kind}${number}`)).toEqual([
    'gap6',
    ' 7',
    ' 8',
    ' 9',
    '-10',
    '+10',
    ' 11',
    ' 12',
    ' 13',
    'gap7',
  ])
})

test('a tab is as wide as four characters', () => {
  expect(widthOf(linesOf('\tab\nabc\n'))).toBe(6)
})
