import { expect, test } from 'vitest'
import { FORMAT_VERSION } from '@/lib/topology/model/topology'
import { topologyShape } from '@/lib/topology/shape'
import { appendWire } from './append'
import { deriveWire } from './derive'
import type { WireFormat, WireObject, WireShape } from './format'
import { readWire, WireFault } from './read'
import wire1 from './wire-1.json'
import { writeWire } from './write'

const published: WireFormat = {
  version: 1,
  root: 'Design',
  shapes: {
    Design: {
      properties: [
        { key: 'name', type: 'text' },
        { key: 'parts', type: { list: { shape: 'Part' } } },
      ],
    },
    Part: { tag: 'kind', variants: [{ value: 'old', shape: 'Part:old' }] },
    'Part:old': {
      properties: [
        { key: 'kind', type: { literal: 'old' } },
        { key: 'size', type: 'number', optional: true },
        { key: 'colour', type: { choice: ['red', 'blue'] } },
      ],
    },
  },
}

function withShape(name: string, shape: WireShape): WireFormat {
  return { ...published, shapes: { ...published.shapes, [name]: shape } }
}

const old = published.shapes['Part:old'] as WireObject
const document = {
  name: 'x',
  parts: [
    { kind: 'old', size: 5, colour: 'blue' },
    { kind: 'old', colour: 'red' },
  ],
}

test('the table of this version holds all of the schema, and only ever grows', () => {
  const current = deriveWire(topologyShape, FORMAT_VERSION)
  expect(appendWire(wire1 as unknown as WireFormat, current)).toEqual(wire1)
})

test('what is appended does not change what a link of before means', () => {
  // The schema has the new parts first; the table puts them last.
  const current: WireFormat = {
    ...published,
    shapes: {
      ...published.shapes,
      Part: {
        tag: 'kind',
        variants: [
          { value: 'new', shape: 'Part:new' },
          { value: 'old', shape: 'Part:old' },
        ],
      },
      'Part:new': { properties: [{ key: 'kind', type: { literal: 'new' } }] },
      'Part:old': {
        properties: [
          { key: 'note', type: 'text', optional: true },
          { key: 'kind', type: { literal: 'old' } },
          { key: 'size', type: 'number', optional: true },
          { key: 'colour', type: { choice: ['green', 'red', 'blue'] } },
        ],
      },
    },
  }
  const next = appendWire(published, current)
  expect(readWire(next, writeWire(published, document))).toEqual(document)

  const newer = { name: 'x', parts: [{ kind: 'new' }, { kind: 'old', colour: 'green', note: 'n' }] }
  expect(readWire(next, writeWire(next, newer))).toEqual(newer)
})

test('an older reader says that a link is too new, not that it is damaged', () => {
  const next: WireFormat = {
    ...published,
    shapes: {
      ...published.shapes,
      Part: {
        tag: 'kind',
        variants: [
          { value: 'old', shape: 'Part:old' },
          { value: 'new', shape: 'Part:new' },
        ],
      },
      'Part:new': { properties: [{ key: 'kind', type: { literal: 'new' } }] },
      'Part:old': {
        properties: [
          ...old.properties.slice(0, 2),
          { key: 'colour', type: { choice: ['red', 'blue', 'green'] } },
          { key: 'note', type: 'text', optional: true },
        ],
      },
    },
  }
  for (const part of [
    { kind: 'new' },
    { kind: 'old', colour: 'green' },
    { kind: 'old', colour: 'red', note: 'n' },
  ]) {
    const streams = writeWire(next, { name: 'x', parts: [part] })
    expect(() => readWire(published, streams)).toThrow(new WireFault('too-new'))
  }
})

test.each<[string, WireFormat]>([
  [
    'a new required part',
    withShape('Part:old', { properties: [...old.properties, { key: 'x', type: 'text' }] }),
  ],
  ['a part taken away', withShape('Part:old', { properties: old.properties.slice(0, 2) })],
  ['a part of another type', withShape('Design', { properties: [{ key: 'name', type: 'number' }] })],
  [
    'an option taken away',
    withShape('Part:old', {
      properties: [...old.properties.slice(0, 2), { key: 'colour', type: { choice: ['red'] } }],
    }),
  ],
  ['a kind taken away', withShape('Part', { tag: 'kind', variants: [] })],
  ['an object that becomes a choice', withShape('Part:old', { tag: 'kind', variants: [] })],
])('%s takes a new version of the format', (_, current) => {
  expect(() => appendWire(published, current)).toThrow()
})
