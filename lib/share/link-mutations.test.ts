import { expect, test } from 'vitest'
import { sameDesign } from '@/lib/topology/canonical'
import { topologySchema } from '@/lib/topology/model/topology'
import { Chance } from '@/lib/topology/random/chance'
import { randomDesign } from '@/lib/topology/random/random-design'
import { randomDocument } from '@/lib/topology/random/random-document'
import { readFrame, toFrameText } from './frame'
import { decodeLink, encodeLink } from './link'

/** More on demand: `TOPOFORGE_MUTATIONS=100000 npm run test:unit`. */
const MUTATIONS = Number(process.env.TOPOFORGE_MUTATIONS ?? 20_000)
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const STRANGE = ['', ' ', '=', '#', '\u0000', 'Ж', '\ud800', '%41', '\n', '+', '/']

const designs = [
  ...Array.from({ length: 60 }, (_, seed) => randomDesign(seed)),
  ...Array.from({ length: 20 }, (_, seed) => randomDocument(seed)),
]
const links = designs.map(encodeLink)

test(`none of ${MUTATIONS} changed links fails otherwise than in a typed answer, or opens as another design`, () => {
  const answers = new Map<string, number>()
  for (let seed = 1; seed <= MUTATIONS; seed += 1) {
    const chance = new Chance(seed)
    const place = chance.int(0, links.length - 1)
    const original = links[place] ?? ''
    const changed = mutate(chance, original)
    const result = decodeLink(changed)
    const answer = result.ok ? 'opened' : result.reason
    answers.set(answer, (answers.get(answer) ?? 0) + 1)
    if (!result.ok) expect(result.message.en).not.toBe('')
    // What opens at all is one of the links we made: nothing was changed that means anything.
    else if (!designs.some((design) => sameDesign(design, result.topology))) {
      expect.fail(`seed ${seed} opens as another design: ${changed}`)
    }
  }
  expect(answers.get('damaged')).toBeGreaterThan(MUTATIONS * 0.9)
}, 600_000)

test('content that somebody made up, with a right checksum, is refused in a typed answer or is a document', () => {
  for (let seed = 1; seed <= MUTATIONS / 10; seed += 1) {
    const chance = new Chance(seed)
    const frame = readFrame(chance.pick(links)) ?? { version: 1, content: new Uint8Array() }
    const content = Uint8Array.from(frame.content)
    for (let change = chance.int(1, 4); change > 0; change -= 1) {
      content[chance.int(0, content.length - 1)] = chance.int(0, 255)
    }
    const result = decodeLink(
      toFrameText({ version: 1, content: content.slice(0, chance.int(1, content.length)) }),
    )
    if (result.ok) expect(topologySchema.safeParse(result.topology).success).toBe(true)
    else expect(['damaged', 'invalid', 'too-new', 'too-large']).toContain(result.reason)
  }
}, 600_000)

/** One to three changes of the kinds that hands, mail programs and messengers make. */
function mutate(chance: Chance, link: string): string {
  let changed = link
  for (let change = chance.int(1, 3); change > 0; change -= 1) changed = mutateOnce(chance, changed)
  return changed === link ? mutate(chance, link) : changed
}

function mutateOnce(chance: Chance, link: string): string {
  const at = chance.int(0, Math.max(0, link.length - 1))
  const to = Math.min(link.length, at + chance.int(1, 40))
  const letter = chance.flag(0.9) ? chance.pick([...LETTERS]) : chance.pick(STRANGE)
  const part = link.slice(at, to)
  return chance.pick([
    () => link.slice(0, at) + letter + link.slice(at + 1),
    () => link.slice(0, at) + letter + link.slice(at),
    () => link.slice(0, at) + link.slice(at + 1),
    () => link.slice(0, at),
    () => link.slice(at),
    () => link.slice(0, at) + link.slice(to),
    () => link.slice(0, to) + part + link.slice(to),
    () => link.slice(0, at) + [...part].reverse().join('') + link.slice(to),
    () => link.slice(0, at) + part.toUpperCase() + link.slice(to),
    () => link.slice(0, at) + chance.pick(links).slice(at),
    () => link.slice(0, at) + (link[at + 1] ?? '') + (link[at] ?? '') + link.slice(at + 2),
  ])()
}
