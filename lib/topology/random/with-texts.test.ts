import { expect, test } from 'vitest'
import { topologySchema } from '../model/topology'
import { hostileTexts } from './hostile-texts'
import { randomDesign } from './random-design'
import { randomDocument } from './random-document'
import { countTexts, withHostileTexts } from './with-texts'

const seeds = Array.from({ length: 40 }, (_, index) => index + 1)

test('every hostile text is told from the others, and none is left out of the kinds that matter', () => {
  expect(new Set(hostileTexts).size).toBe(hostileTexts.length)
  for (const part of ['"""', '{{', '${', '\\', '\ud800', '\u202e', 'Ж', '\u2028', '\u0000', '\u007f', '\r']) {
    expect(hostileTexts.some((text) => text.includes(part))).toBe(true)
  }
})

test('a design with hostile texts is still a document of the format', () => {
  for (const [index, text] of hostileTexts.entries()) {
    const design = withHostileTexts(randomDesign(seeds[index % seeds.length] ?? 1), text)
    expect(topologySchema.safeParse(design).success).toBe(true)
  }
})

test('it reaches the texts for people of every part, present or not, and changes nothing else', () => {
  for (const seed of seeds) {
    const document = randomDocument(seed)
    const filled = withHostileTexts(document, 'MARK')
    expect(filled.project.title).toEqual({ en: 'MARK', ru: 'MARK' })
    for (const node of filled.nodes) {
      if (node.type === 'service') expect(node.label).toEqual({ en: 'MARK', ru: 'MARK' })
    }
    for (const { labels, fields } of filled.entities) {
      expect(labels?.genitive).toEqual({ en: 'MARK', ru: 'MARK' })
      for (const { label } of fields) expect(label).toEqual({ en: 'MARK', ru: 'MARK' })
    }
    for (const { text } of filled.layout?.notes ?? []) expect(text).toBe('MARK')
    expect(filled.nodes.map(({ id, type }) => [id, type])).toEqual(
      document.nodes.map(({ id, type }) => [id, type]),
    )
    expect(filled.entities.map(({ name }) => name)).toEqual(document.entities.map(({ name }) => name))
    expect(countTexts(document)).toBeGreaterThan(3)
  }
})

test('a default that is a text is one of the places', () => {
  const withDefault = seeds
    .map((seed) => withHostileTexts(randomDesign(seed), '"""'))
    .flatMap(({ entities }) => entities.flatMap(({ fields }) => fields))
    .filter((field) => field.type === 'string' && field.default !== undefined)
  expect(withDefault.length).toBeGreaterThan(0)
  for (const field of withDefault) expect(field.default).toBe('"""')
})
