import { deflateSync } from 'fflate'
import { expect, test } from 'vitest'
import { examples } from '@/lib/examples/examples'
import { emptyTopology } from '@/lib/topology/fresh'
import { topologySchema } from '@/lib/topology/model/topology'
import { Chance } from '@/lib/topology/random/chance'
import { randomDocument } from '@/lib/topology/random/random-document'
import { readFrame, toFrameText } from './frame'
import { decodeLink, encodeLink } from './link'
import { pack, unpack } from './pack'
import type { WireStreams } from './wire/format'

const EMPTY = unpack(readFrame(encodeLink(emptyTopology()))?.content ?? new Uint8Array())

function linkOf(streams: WireStreams): string {
  return toFrameText({ version: 1, content: pack(streams) })
}

/** The content of a link whose structure or words are these deflated bytes. */
function framed(structure: Uint8Array, words: Uint8Array): string {
  const length = [
    (structure.length % 128) + 128,
    (Math.floor(structure.length / 128) % 128) | 128,
    structure.length >> 14,
  ]
  return toFrameText({ version: 1, content: Uint8Array.from([...length, ...structure, ...words]) })
}

test('a bomb is stopped before it goes off', () => {
  const bomb = deflateSync(new Uint8Array(60_000_000), { level: 9 })
  const none = deflateSync(new Uint8Array(), { level: 9 })
  for (const link of [framed(bomb, none), framed(none, bomb)]) {
    const started = performance.now()
    expect(decodeLink(link)).toMatchObject({ ok: false, reason: 'too-large' })
    expect(performance.now() - started).toBeLessThan(1000)
  }
})

test('a list that claims more than there may be is not begun', () => {
  const numbers = EMPTY.numbers.map((number, place) =>
    place === EMPTY.numbers.length - 2 ? 2 ** 40 : number,
  )
  expect(decodeLink(linkOf({ ...EMPTY, numbers }))).toMatchObject({ ok: false })
})

test('more nodes than may be opened are too large', () => {
  const nodes = Array.from({ length: 2001 }, (_, index) => ({ id: `n${index}`, type: 'redis' as const }))
  const link = encodeLink({ ...emptyTopology(), nodes })
  expect(decodeLink(link)).toMatchObject({ ok: false, reason: 'too-large' })
})

test('a link of a newer version says so, and a damaged one is not taken for newer', () => {
  const content = readFrame(encodeLink(emptyTopology()))?.content ?? new Uint8Array()
  expect(decodeLink(toFrameText({ version: 2, content }))).toMatchObject({ ok: false, reason: 'too-new' })
  const link = encodeLink(emptyTopology())
  expect(decodeLink(`B${link.slice(1)}`)).toMatchObject({ ok: false, reason: 'damaged' })
})

test('words that are not UTF-8, not whole lines, or not as we write them are damaged', () => {
  const structure = deflateSync(new Uint8Array(), { level: 9 })
  for (const bytes of [[0xff, 0x0a], [0xed, 0xa0, 0x80, 0x0a], [0x61], [0x22, 0x0a], [0x5c, 0x78, 0x0a]]) {
    const link = framed(structure, deflateSync(Uint8Array.from(bytes)))
    expect(decodeLink(link)).toMatchObject({ ok: false, reason: 'damaged' })
  }
})

test('a document that the schema refuses is refused, whatever the link says', () => {
  const design = examples[0]?.topology ?? emptyTopology()
  const bad = { ...design, nodes: design.nodes.map((node) => ({ ...node, id: 'not an id' })) }
  const far = { ...design, layout: { positions: [{ node: 'a', x: 1e9, y: 0 }] } }
  for (const wrong of [bad, far]) {
    expect(decodeLink(encodeLink(wrong))).toMatchObject({ ok: false, reason: 'invalid' })
  }
})

test('streams that somebody made up are refused in a typed answer, or are a document', () => {
  const originals = Array.from({ length: 30 }, (_, seed) => {
    return unpack(readFrame(encodeLink(randomDocument(seed)))?.content ?? new Uint8Array())
  })
  for (let seed = 1; seed <= 3000; seed += 1) {
    const chance = new Chance(seed)
    const { numbers, texts } = chance.pick(originals)
    const changed = [...numbers]
    for (let change = chance.int(1, 5); change > 0; change -= 1) {
      const at = chance.int(0, changed.length - 1)
      changed.splice(
        at,
        chance.int(0, 2),
        ...chance.shuffled([0, 1, 2, 3, 7, 200, 2 ** 31, 2 ** 52]).slice(0, 1),
      )
    }
    const result = decodeLink(
      linkOf({ numbers: changed, texts: chance.flag(0.8) ? texts : [...texts].reverse() }),
    )
    if (result.ok) expect(topologySchema.safeParse(result.topology).success).toBe(true)
    else expect(['damaged', 'invalid', 'too-new', 'too-large']).toContain(result.reason)
  }
})
