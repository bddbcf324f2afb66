import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kindOf } from '@/lib/catalog/catalog'
import { read } from '@/lib/share/read'
import { canonical } from '@/lib/topology/canonical'
import { examples } from './examples'
import { offeredExamples } from './offered'

const CARD = { width: 220, height: 120 }

test('ids are unique and can stand in an address', () => {
  const ids = examples.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

test('all are offered in their order, and what is offered loads what is meant', async () => {
  expect(await Promise.all(offeredExamples.map(({ load }) => load()))).toEqual(examples)
  for (const [place, { load, ...card }] of offeredExamples.entries())
    expect(examples[place]).toMatchObject(card)
})

test.each(examples)('$id has its story', ({ id, title }) => {
  expect(readFileSync('docs/examples.md', 'utf8')).toContain(`\n## ${id}: ${title.en}\n`)
})

test.each(examples)('$id is a design that every door accepts', ({ topology }) => {
  const result = read(JSON.stringify(topology))
  expect(result).toMatchObject({ ok: true, warnings: [] })
  expect(result.ok && canonical(result.topology)).toEqual(canonical(topology))
})

test.each(examples)('$id uses only what is generated', ({ topology }) => {
  for (const node of topology.nodes) expect(kindOf(node).generated).toBe(true)
})

test.each(examples)('$id stands on the grid, every node once, none over another', ({ topology }) => {
  const positions = topology.layout?.positions ?? []
  expect(positions.map(({ node }) => node).sort()).toEqual(topology.nodes.map(({ id }) => id).sort())
  for (const [place, { x, y }] of positions.entries()) {
    expect([x % 8, y % 8]).toEqual([0, 0])
    for (const other of positions.slice(place + 1)) {
      expect(Math.abs(x - other.x) >= CARD.width || Math.abs(y - other.y) >= CARD.height).toBe(true)
    }
  }
})

test.each(examples)('$id speaks both languages wherever it speaks', ({ title, description, topology }) => {
  const check = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (Object.hasOwn(value, 'en')) expect(value).toEqual({ en: expect.any(String), ru: expect.any(String) })
    for (const part of Object.values(value)) check(part)
  }
  check([title, description, topology])
})
