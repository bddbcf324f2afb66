import { expect, test } from 'vitest'
import type { GeneratedFile } from '@/lib/generator/generated-file'
import { findDifferences } from './twin-trees'

function files(contents: Readonly<Record<string, string>>): ReadonlyMap<string, GeneratedFile> {
  return new Map(
    Object.entries(contents).map(([path, content]) => [path, { path, content, source: 'test', causes: [] }]),
  )
}

function compare(path: string, before: string, after: string, text = 'a "b"'): readonly string[] {
  const [harmless, hostile] = [files({ [path]: before }), files({ [path]: after })]
  return [...findDifferences({ name: 'x', marker: 'MARK', text, harmless, hostile })]
}

test('the text where the marker was is no difference', () => {
  expect(compare('a.yaml', 'title: see MARK', 'title: "see a \\"b\\""')).toEqual([])
  expect(compare('a.toml', 'title = "MARK"', `title = 'a "b"'`)).toEqual([])
  expect(compare('a.json', '["MARK", 1]', '["a \\"b\\"", 1]')).toEqual([])
  expect(compare('a.md', '# MARK', '# a "b"')).toEqual([])
})

test.each([
  ['another text', 'a.yaml', 'title: MARK', 'title: a'],
  ['another key', 'a.yaml', 'title: MARK', 'other: a "b"'],
  ['a further key', 'a.toml', 'title = "MARK"', `title = 'a "b"'\nmore = 1`],
  ['another type', 'a.json', '["MARK"]', '[null]'],
  ['what cannot be read', 'a.toml', 'title = "MARK"', 'title = "a "b""'],
  ['a heading more', 'a.md', 'MARK', '# a "b"'],
  ['a line more', 'Makefile', 'x: MARK', 'x: a\n\ttrue'],
  ['a character that is not seen', 'a.md', 'MARK', 'a\u202e'],
  ['a name more', '.env.example', '# MARK', 'KEY=a'],
  ['letters that are joined unseen', 'a.md', 'MARK', 'a\u200db'],
  ['a carriage return', 'a.py', '"MARK"', '"a\r"'],
  ['half a surrogate pair', 'a.txt', 'MARK', 'a\ud800b'],
])('%s is a difference', (_what, path, before, after) => {
  expect(compare(path, before, after)).not.toEqual([])
})

test('a colon in prose and joined emoji are fine', () => {
  expect(compare('a.md', 'MARK', 'key: value', 'key: value')).toEqual([])
  expect(compare('a.md', 'MARK', '👩\u200d💻', '👩\u200d💻')).toEqual([])
})

test('whole surrogate pairs, tabs and line feeds are fine', () => {
  expect(compare('Makefile', 'x: MARK', 'x: 😀', '😀')).toEqual([])
  expect(compare('Makefile', 'x:\n\tMARK', 'x:\n\ta', 'a')).toEqual([])
})
