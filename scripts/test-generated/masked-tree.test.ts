import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs'
import { expect, test } from 'vitest'
import { maskTexts } from './masked-tree'

const ruff = new Workspace(Workspace.defaultSettings(), PositionEncoding.Utf16)
const treeOf = (source: string) => maskTexts(ruff.parse(source))

test('files that differ in the contents of texts have equal trees', () => {
  expect(treeOf('x = "one"\ny = f"a{x}b"\n')).toBe(treeOf('x = \'two "words"\'\ny = f"c{x}d"\n'))
  expect(treeOf('"""One."""\nx = ["a", b]\n')).toBe(treeOf('"""Another."""\nx = ["c", b]\n'))
})

test('whatever else differs is seen', () => {
  expect(treeOf('x = "one"\n')).not.toBe(treeOf('x = "one", "two"\n'))
  expect(treeOf('x = "one"\n')).not.toBe(treeOf('x = one\n'))
  expect(treeOf('x = ""\n')).not.toBe(treeOf('x = ""\nimport os\n'))
  expect(treeOf('y = f"a{x}b"\n')).not.toBe(treeOf('y = f"a{z}b"\n'))
  expect(treeOf('x = ["a", b]\n')).not.toBe(treeOf('x = ["a", c]\n'))
})
