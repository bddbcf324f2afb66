import { beforeEach, describe, expect, it } from 'vitest'
import { shop } from '@/lib/examples/shop'
import { currentTopology, openDocument, undoStep } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { randomDocument } from '@/lib/topology/random/random-document'
import { type OutlineItem, outlineOf } from './outline'
import { followItem, removeItem } from './outline-actions'
import { findRow, outlineRows } from './outline-rows'

const NOTHING = new Set<string>()
const all = (items: readonly OutlineItem[]): readonly OutlineItem[] =>
  items.flatMap((item) => [item, ...all(item.children?.() ?? [])])
const find = (key: string) => all(outlineOf(currentTopology())).find((item) => item.key.startsWith(key))

beforeEach(() => openDocument(shop.topology, 'document'))

describe('the outline', () => {
  it('has a line for every part of a design, and no key twice', () => {
    for (const design of [shop.topology, ...[1, 2, 3, 4, 5].map(randomDocument)]) {
      const items = all(outlineOf(design))
      const targets = new Set(items.map(({ target }) => `${target?.part} ${target?.id}`))
      for (const { id } of design.nodes) expect(targets).toContain(`node ${id}`)
      const nodes = new Set(design.nodes.map(({ id }) => id))
      for (const { id, from } of design.links) if (nodes.has(from)) expect(targets).toContain(`link ${id}`)
    }
    const keys = all(outlineOf(shop.topology)).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('says of nothing twice what it is', () => {
    const database = all(outlineOf(currentTopology())).find(({ title }) => title.en === 'PostgreSQL')
    expect(database?.detail).toBeUndefined()
  })

  it('opens sections at first, and what is inside a node when asked', () => {
    const closed = outlineRows(outlineOf(currentTopology()), NOTHING)
    expect(closed.filter(({ level }) => level === 2)).toHaveLength(currentTopology().nodes.length)
    expect(Math.max(...closed.map(({ level }) => level))).toBe(2)
    const node = find('node:')
    const open = outlineRows(outlineOf(currentTopology()), new Set([node?.key ?? '']))
    expect(open.length).toBeGreaterThan(closed.length)
  })

  it('goes to the next line by its letters, from the top again at the end', () => {
    const words = ['alpha', 'shop_orders_api', 'beta', 'orders']
    expect(findRow(words, 0, 'o')).toBe(1)
    expect(findRow(words, 1, 'o')).toBe(3)
    expect(findRow(words, 3, 'o')).toBe(1)
    expect(findRow(words, 0, 'zz')).toBe(-1)
  })

  it('selects on the canvas what a line is about', () => {
    const entity = find('entity:')
    if (entity) followItem(currentTopology(), entity)
    const owner = currentTopology().entities.find(({ id }) => id === entity?.target?.id)?.owner
    expect(useSelection.getState()).toMatchObject({ nodes: [owner], open: { part: 'entity' } })
  })

  it('removes nodes, links, entities and fields, one undo step each', () => {
    for (const key of ['node:', 'link:', 'entity:', 'field:']) {
      const before = currentTopology()
      const item = find(key)
      expect(item && removeItem(item)).toBe(true)
      expect(currentTopology()).not.toBe(before)
      undoStep()
      expect(currentTopology()).toBe(before)
    }
  })
})
