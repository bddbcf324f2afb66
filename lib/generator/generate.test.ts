import { expect, test } from 'vitest'
import { emptyTopology } from '@/lib/topology/fresh'
import { generate, generateProject } from './generate'
import type { Contributor } from './generated-file'
import { resolveProject } from './resolve-project'

const project = resolveProject(emptyTopology())

function writes(id: string, ...paths: string[]): Contributor {
  return { id, files: () => paths.map((path) => ({ path, content: '', source: id, causes: [] })) }
}

test('an empty design generates the files of the project itself', () => {
  expect([...generate(emptyTopology()).keys()]).toContain('README.md')
})

test('files are sorted by path, whoever writes first', () => {
  const files = generateProject(project, [writes('one', 'b', 'a/c'), writes('two', 'B2', 'a/b')])
  expect([...files.keys()]).toEqual(['B2', 'a/b', 'a/c', 'b'])
})

test.each([
  ['a/b', 'a/b'],
  ['a/B', 'A/b'],
])('two writers of %s are an error', (first, second) => {
  expect(() => generateProject(project, [writes('one', first), writes('two', second)])).toThrow(
    `${second} is written by one and by two`,
  )
})

test.each(['../a', '/a', 'a//b', 'a/./b', 'a\\b', 'a b', 'é', 'a.', 'nul.py', 'x/CON', 'a'.repeat(181)])(
  'no file system has to take the path %s',
  (path) => {
    expect(() => generateProject(project, [writes('one', path)])).toThrow('one writes')
  },
)
