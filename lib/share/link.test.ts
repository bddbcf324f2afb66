import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { examples } from '@/lib/examples/examples'
import { drawnRules } from '@/lib/rules/rules'
import { canonical, sameDesign } from '@/lib/topology/canonical'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Topology } from '@/lib/topology/model/topology'
import { hostileTexts } from '@/lib/topology/random/hostile-texts'
import { randomDesign } from '@/lib/topology/random/random-design'
import { randomDocument } from '@/lib/topology/random/random-document'
import { withHostileTexts } from '@/lib/topology/random/with-texts'
import { decodeLink, encodeLink, MAX_LINK_CHARACTERS } from './link'
import { unseenDesign } from './testing/unseen-design'

function opened(link: string): Topology {
  const result = decodeLink(link)
  if (!result.ok) throw new Error(`${result.reason}: ${link}`)
  return result.topology
}

test('a link opens as the same design, byte for byte in the canonical form', () => {
  const designs = [
    emptyTopology(),
    ...examples.map(({ topology }) => topology),
    ...Array.from({ length: 300 }, (_, seed) => randomDesign(seed)),
    ...Array.from({ length: 300 }, (_, seed) => randomDocument(seed)),
  ]
  for (const design of designs) {
    const link = encodeLink(design)
    expect(link).toMatch(/^[A-Za-z0-9_-]+$/)
    expect(JSON.stringify(opened(link))).toBe(JSON.stringify(canonical(design)))
    expect(sameDesign(opened(link), design)).toBe(true)
    expect(encodeLink(opened(link))).toBe(link)
  }
})

test('every text survives, lone surrogates too', () => {
  for (const [seed, text] of hostileTexts.entries()) {
    const design = withHostileTexts(randomDesign(seed, { services: 2 }), text)
    expect(opened(encodeLink(design)).project.title).toEqual({ en: text, ru: text })
    expect(JSON.stringify(opened(encodeLink(design)))).toBe(JSON.stringify(canonical(design)))
  }
})

test('every example of every rule can be shared', () => {
  for (const { examples: named } of drawnRules) {
    for (const { topology } of [...named.valid, ...named.invalid]) {
      expect(sameDesign(opened(encodeLink(topology)), topology)).toBe(true)
    }
  }
})

test('a whole address is accepted as well as its fragment', () => {
  const design = examples[0]?.topology ?? emptyTopology()
  const link = encodeLink(design)
  for (const text of [`https://example.org/?a=b#${link}`, `#${link}`, ` ${link}\n`]) {
    expect(sameDesign(opened(text), design)).toBe(true)
  }
})

test('links are as short as promised, with names that nobody has seen', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const twenty = encodeLink(unseenDesign(seed, { services: 20, entities: 20, fields: 4 })).length
    const forty = encodeLink(unseenDesign(seed, { services: 39, entities: 20, fields: 4 })).length
    expect(twenty).toBeLessThanOrEqual(1700)
    expect(forty).toBeLessThanOrEqual(2000)
  }
})

test('every link that was ever published opens as what it was', () => {
  const folder = join(import.meta.dirname, 'fixtures')
  const fixtures = readdirSync(folder).filter((name) => /^links-\d+\.json$/.test(name))
  expect(fixtures).toContain('links-1.json')
  for (const name of fixtures) {
    const published = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      link: string
      design: Topology
    }[]
    expect(published.length).toBeGreaterThan(5)
    for (const { link, design } of published) expect(opened(link)).toEqual(design)
  }
})

test('what is no link says so in a typed answer', () => {
  const link = encodeLink(examples[0]?.topology ?? emptyTopology())
  const damaged = [
    '',
    '#',
    'A',
    'hello',
    '<script>',
    'ссылка',
    '💥',
    link.slice(1),
    link.slice(0, -1),
    `${link}A`,
  ]
  for (const text of [...damaged, link.toLowerCase(), `${link}=`, `${link.slice(0, 9)} ${link.slice(9)}`]) {
    expect(decodeLink(text)).toMatchObject({ ok: false, reason: 'damaged' })
  }
  expect(decodeLink('A'.repeat(MAX_LINK_CHARACTERS + 1))).toMatchObject({ ok: false, reason: 'too-large' })
})
