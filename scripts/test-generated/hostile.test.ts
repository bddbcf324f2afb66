import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs'
import { beforeAll, expect, test } from 'vitest'
import { hostileTexts } from '@/lib/topology/random/hostile-texts'
import { exampleDesigns } from './designs'
import { type HostileDesigns, makeTwins } from './hostile'
import { maskTexts } from './masked-tree'
import { changedPython, findDifferences } from './twin-trees'

let made: HostileDesigns

beforeAll(() => {
  // One example will do here; `npm run test:generated` takes all of them.
  made = makeTwins(exampleDesigns().slice(0, 1))
}, 120_000)

test('most texts are accepted, so that the comparison means something', () => {
  expect(made.twins.length).toBeGreaterThan(hostileTexts.length / 2)
})

test('hostile texts change neither paths nor trees of data nor the shape of prose', () => {
  const faults = made.twins.flatMap((twins) =>
    [...findDifferences(twins)].map((fault) => `${twins.name}, ${fault}`),
  )
  expect(faults).toEqual([])
})

test('hostile texts change no syntax tree', { timeout: 300_000 }, () => {
  const ruff = new Workspace(Workspace.defaultSettings(), PositionEncoding.Utf16)
  const trees = new Map<string, string>()
  const treeOf = (content: string) => {
    const tree = trees.get(content) ?? maskTexts(ruff.parse(content))
    trees.set(content, tree)
    return tree
  }
  let compared = 0
  for (const twins of made.twins) {
    for (const [path, before, after] of changedPython(twins)) {
      compared += 1
      if (treeOf(after) !== treeOf(before))
        expect.unreachable(`${twins.name}: ${path} has another syntax tree`)
    }
  }
  expect(compared).toBeGreaterThan(0)
})
