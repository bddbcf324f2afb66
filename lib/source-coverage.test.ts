import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { finance } from './examples/finance'
import { generate } from './generator/generate'

const FOLDER = 'docs'
const page = readFileSync(join(FOLDER, 'source-coverage.md'), 'utf8')
const rows = page.split('\n').filter((line) => /^\| (?!demand)[^-]/.test(line))

test('every demand has a state, a place and a proof', () => {
  expect(rows.length).toBeGreaterThan(30)
  for (const row of rows) {
    const cells = row.split('|').slice(1, -1)
    expect(cells, row).toHaveLength(4)
    expect(['yes', 'part', 'no'], row).toContain(cells[1]?.trim())
    expect(
      cells.every((cell) => cell.trim() !== ''),
      row,
    ).toBe(true)
  }
})

test('the paths of the download are in it', () => {
  const paths = [...generate(finance.topology).keys()]
  const named = rows.flatMap((row) =>
    [...row.matchAll(/`([\w./-]+[./][\w./-]*)`/g)].map(([, path]) => path ?? ''),
  )
  expect(named.length).toBeGreaterThan(50)
  const isThere = (path: string) =>
    paths.some((found) => (path.endsWith('/') ? found.startsWith(path) : found === path))
  expect([...new Set(named)].filter((path) => !isThere(path) && !/^[a-z]+\.[a-z]+$/.test(path))).toEqual([])
})

test('the links lead somewhere', () => {
  const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link ?? '')
  expect(links.filter((link) => !existsSync(join(FOLDER, link)))).toEqual([])
})
