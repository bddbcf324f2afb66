import { expect, test } from 'vitest'
import { financeLending } from '@/lib/examples/finance-lending'
import { generate } from '@/lib/generator/generate'
import { SORT_NAMES } from './colours'
import { highlight } from './highlighter'
import { languageOf } from './language-of'

const files = [...generate(financeLending.topology).values()]

test('every file of a download has its language, but those without one', () => {
  const plain = files.filter(({ path }) => languageOf(path) === undefined).map(({ path }) => path)
  expect(plain.map((path) => path.slice(path.lastIndexOf('/') + 1)).toSorted()).toEqual([
    '.dockerignore',
    '.gitignore',
    'py.typed',
  ])
})

test('the parts of each line are as long as the line, in one file of each language', () => {
  const seen = new Map(files.map((file) => [languageOf(file.path), file]))
  for (const [language, { path, content }] of seen) {
    if (language === undefined) continue
    const { lines, parts } = highlight(content, language)
    const lengths = content.split('\n').map((_, index) => {
      const own = parts.slice(lines[index], lines[index + 1])
      return own.reduce((sum, part) => sum + Math.floor(part / 16), 0)
    })
    expect(lengths, path).toEqual(content.split('\n').map(({ length }) => length))
  }
})

test('keywords, strings, comments and functions of Python are told apart', () => {
  const [line = ''] = ['def apply(self) -> None:  # later']
  const { parts } = highlight(line, 'python')
  const sorts = [...parts].map((part) => SORT_NAMES[part % 16])
  expect(sorts).toEqual(expect.arrayContaining(['keyword', 'callable', 'comment', 'constant']))
})
