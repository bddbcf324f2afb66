import { expect, test } from 'vitest'
import { folderOf, hitRows, rowsOf } from './tree-rows'

const files = ['Makefile', 'a/b/c.py', 'a/b/d.py', 'a/e.py', 'shared/src/shared/x.py'].map((path) => ({
  path,
  size: 1,
  ...(path === 'a/e.py' && { change: 'added' as const }),
}))

test('a tree shows folders first, counted, and joins those that hold only one other', () => {
  const rows = rowsOf(folderOf(files), () => true)
  expect(
    rows.map(({ depth, name, count }) => `${' '.repeat(depth)}${name}${count > 0 ? ` ${count}` : ''}`),
  ).toEqual(['a 3', ' b 2', '  c.py', '  d.py', ' e.py', 'shared/src/shared 1', ' x.py', 'Makefile'])
  expect(rows.find(({ name }) => name === 'a')?.change).toBe('changed')
  expect(rows.find(({ name }) => name === 'Makefile')).toMatchObject({ position: 3, siblings: 3 })
})

test('what is closed shows nothing of what is in it', () => {
  const rows = rowsOf(folderOf(files), (path) => path === 'a')
  expect(rows.map(({ name }) => name)).toEqual(['a', 'b', 'e.py', 'shared/src/shared', 'Makefile'])
})

test('a search shows each file with the lines found', () => {
  const rows = hitRows([{ path: 'a/e.py', lines: [{ number: 7, text: 'x = 1' }] }])
  expect(rows.map(({ kind, name, line }) => [kind, name, line])).toEqual([
    ['file', 'e.py', undefined],
    ['hit', 'x = 1', 7],
  ])
})
