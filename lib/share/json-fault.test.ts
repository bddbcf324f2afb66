import { expect, test } from 'vitest'
import { Chance } from '@/lib/topology/random/chance'
import { randomDocument } from '@/lib/topology/random/random-document'
import { jsonFaultAt } from './json-fault'

test.each([
  ['{"a": 1,\n "x"}', 13],
  ['{"a": 1', 7],
  ['{"a": 1}}', 8],
  ['[1,]', 3],
  ['{"a" 1}', 5],
  ['{a: 1}', 1],
  ["['a']", 1],
  ['[tru]', 1],
  ['[01]', 1],
  ['["a\nb"]', 1],
  ['{"a": "unfinished', 17],
  ['{"a": tr', 8],
  ['[1, // no\n2]', 4],
  ['{} x', 3],
])('%j is wrong at %i', (text, place) => {
  expect(() => JSON.parse(text)).toThrow()
  expect(jsonFaultAt(text)).toBe(place)
})

test('wherever a document is cut, its end is what is missing', () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const text = JSON.stringify(randomDocument(seed))
    const cut = text.slice(0, new Chance(seed).int(1, text.length - 1))
    expect(jsonFaultAt(cut)).toBe(cut.length)
  }
})
