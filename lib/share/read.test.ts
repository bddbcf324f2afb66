import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { examples } from '@/lib/examples/examples'
import { canonical } from '@/lib/topology/canonical'
import { emptyTopology } from '@/lib/topology/fresh'
import { FORMAT_VERSION } from '@/lib/topology/model/topology'
import { plainZeros } from '@/lib/topology/plain-zeros'
import { Chance } from '@/lib/topology/random/chance'
import { randomDocument } from '@/lib/topology/random/random-document'
import { migrations } from './migrations'
import { read, readRepairing } from './read'
import { formatPath, type ReadResult } from './result'

const lending = examples[0]?.topology ?? emptyTopology()
const empty = emptyTopology()
const service = { id: 'a', type: 'service', kind: 'business_api', domain: 'orders' } as const

/** What was refused, as `path: message`. */
function faults(result: ReadResult): string[] {
  return result.ok ? [] : result.details.map(({ path, message }) => `${formatPath(path)}: ${message.en}`)
}

test('whatever is a document is read unchanged but for its minus zeros, as text and as a value, strictly and not', () => {
  for (const given of [lending, ...Array.from({ length: 100 }, (_, seed) => randomDocument(seed))]) {
    const document = plainZeros(given)
    for (const door of [read, readRepairing]) {
      expect(door(given)).toEqual({ ok: true, topology: document, warnings: [] })
      const result = door(JSON.stringify(document))
      expect(result.ok && canonical(result.topology)).toEqual(canonical(document))
    }
  }
})

test('a byte order mark and repeated keys are no fault', () => {
  const text = JSON.stringify(empty).replace('{', '\ufeff{').replace('"nodes"', '"nodes":5,"nodes"')
  expect(read(text)).toMatchObject({ ok: true, topology: empty })
})

test.each<[string, unknown, string]>([
  ['', 'damaged', ': The document is empty.'],
  ['{"topoforge": 1,\n "x"}', 'damaged', ': The document is not JSON: line 2, column 5.'],
  ['{"topoforge": 1', 'damaged', ': The document is not JSON: its end is missing.'],
  ['[]', 'invalid', ': This is no Topoforge design: it has no "topoforge" with the version of the format.'],
  [
    '{"topoforge": "1"}',
    'invalid',
    ': This is no Topoforge design: it has no "topoforge" with the version of the format.',
  ],
])('%j is refused as %s', (text, reason, fault) => {
  const result = read(text)
  expect(result).toMatchObject({ ok: false, reason })
  expect(faults(result)).toEqual([fault])
})

test.each([undefined, null, 5, true, [], () => 1, Symbol('x'), new Date(), new Map()])(
  '%s is no design',
  (value) => {
    expect(read(value)).toMatchObject({ ok: false, reason: 'invalid' })
  },
)

test('an unknown key is refused by its name, with the key that was meant', () => {
  const result = read({ ...empty, nodes: [{ ...service, prot: 8000 }], extra: 1 })
  expect(result).toMatchObject({ ok: false, reason: 'invalid' })
  expect(faults(result).sort()).toEqual([
    'extra: The format has no "extra" here.',
    'nodes[0].prot: The format has no "prot" here. Did you mean "port"?',
  ])
})

test('every fault says where it is and what would be right', () => {
  const { context: _context, ...project } = empty.project
  const wrong = {
    ...empty,
    project: { ...project, locale: 'de' },
    nodes: [
      { ...service, port: 1.5 },
      { ...service, id: 'b c' },
      { id: 'c', type: 'thing' },
      { ...service, id: 'd', port: 99_999 },
    ],
    links: 'none',
    entities: [
      { id: 'e', owner: 'a', name: 'x'.repeat(201), fields: [{ name: 'f', type: 'date', default: {} }] },
    ],
  }
  expect(faults(read(wrong)).sort()).toEqual([
    'entities[0].fields[0].default: It must be a constant: text, number, true or false.',
    'entities[0].name: It may have at most 200 characters.',
    'links: It must be a list.',
    'nodes[0].port: It must be a whole number.',
    'nodes[1].id: It may have letters of the Latin alphabet, digits, - and _ only: 1 to 64 of them.',
    'nodes[2].type: It must be one of "service", "queue", "database", "redis", "external".',
    'nodes[3].port: It must be at most 65535.',
    'project.context: It is missing.',
    'project.locale: It must be one of "ru", "en".',
  ])
})

test('numbers that JSON cannot hold are refused', () => {
  const at = (x: string) =>
    JSON.stringify(empty).replace(/}$/, `,"layout":{"positions":[{"node":"a","x":${x},"y":0}]}}`)
  expect(faults(read(at('1e999')))).toEqual(['layout.positions[0].x: It must be a finite number.'])
  expect(faults(read(at('1e9')))).toEqual(['layout.positions[0].x: It must be at most 1000000.'])
})

test('what a rule explains is read: two parts of one id, ends that lead nowhere, bad names and ports', () => {
  const links = [{ id: 'l', type: 'calls', from: 'a', to: 'nowhere' }]
  const document = { ...empty, nodes: [service, { ...service, port: 1, domain: 'Bad Name' }], links }
  expect(read(document)).toMatchObject({ ok: true, topology: document })
  expect(readRepairing(document)).toEqual({ ok: true, topology: document, warnings: [] })
})

test('too many parts, too many characters and too much depth are too large, and are not looked at further', () => {
  const many = {
    ...empty,
    nodes: Array.from({ length: 10_000 }, (_, index) => ({ ...service, id: `n${index}` })),
  }
  expect(faults(read(many))).toEqual([
    'nodes: "nodes" has 10000 parts; a design with more than 2000 is not opened.',
  ])
  const deep = `{"topoforge":1,"x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
  const circle: Record<string, unknown> = { topoforge: 1 }
  circle.self = circle
  for (const input of [many, deep, circle, ' '.repeat(9_000_000)]) {
    expect(read(input)).toMatchObject({ ok: false, reason: 'too-large' })
    expect(readRepairing(input)).toMatchObject({ ok: false, reason: 'too-large' })
  }
})

test('keys that mean something to the language are keys like others', () => {
  const text = JSON.stringify(empty).replace(
    '{',
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
  )
  expect(faults(read(text)).map((fault) => fault.split(':')[0])).toEqual(['__proto__', 'constructor'])
  const repaired = readRepairing(text)
  expect(repaired).toMatchObject({ ok: true, topology: empty })
  expect(repaired.ok && repaired.warnings).toHaveLength(2)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('the editor opens what it can and names each repair', () => {
  const result = readRepairing({
    topoforge: 1,
    comment: 'from a script',
    project: { name: 'shop', locale: 'xx' },
    nodes: [
      { ...service, prot: 1, port: 'eighty' },
      { id: 'b', type: 'service', kind: 'cron', domain: 'nightly' },
      { ...service, id: 'c', domain: 7 },
      null,
    ],
    links: [{ id: 'l', type: 'calls', from: 'a', to: 'b' }],
    entities: [
      {
        id: 'e',
        owner: 'a',
        name: 'loan',
        fields: [
          { name: 'ok', type: 'date' },
          { name: 'bad', type: 'money' },
        ],
      },
    ],
    layout: {
      positions: [
        { node: 'a', x: Number.NaN, y: 0 },
        { node: 'c', x: 8, y: 8 },
      ],
      notes: 'none',
    },
  })
  expect(result.ok && result.topology).toEqual({
    topoforge: 1,
    project: { name: 'shop', context: 'project', locale: 'en' },
    nodes: [service],
    links: [{ id: 'l', type: 'calls', from: 'a', to: 'b' }],
    entities: [{ id: 'e', owner: 'a', name: 'loan', fields: [{ name: 'ok', type: 'date' }] }],
    messages: [],
    layout: { positions: [{ node: 'c', x: 8, y: 8 }] },
  })
  const warnings = result.ok
    ? result.warnings.map(({ path, message }) => `${formatPath(path)}: ${message.en}`)
    : []
  expect(warnings).toEqual([
    'project.context: A default took its place. It is missing.',
    'project.locale: A default took its place. It must be one of "ru", "en".',
    'comment: The format has no "comment" here.',
    'nodes[0].prot: The format has no "prot" here. Did you mean "port"?',
    'nodes[0].port: It was left out. It must be a finite number.',
    'nodes[1]: "nightly" was left out. The format knows no such part.',
    'nodes[2].domain: "c" was left out. It must be a text.',
    'nodes[3]: It was left out. It must be an object.',
    'entities[0].fields[1]: "bad" was left out. The format knows no such part.',
    'messages: A default took its place. It is missing.',
    'layout.positions[0].x: It was left out. It must be a finite number.',
    'layout.notes: It was left out. It must be a list.',
  ])
  expect(result.ok && result.warnings.find(({ path }) => path[1] === 2)?.removed).toMatchObject({
    id: 'c',
    domain: 7,
  })
})

test('the editor opens anything that says it is a design, and leaves it a document', () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const chance = new Chance(seed)
    const result = readRepairing(spoiled(randomDocument(seed), chance))
    expect(result.ok).toBe(true)
    expect(result.ok && read(result.topology)).toMatchObject({ ok: true, warnings: [] })
  }
})

test('what is known of a newer document is shown', () => {
  const result = read({ ...lending, topoforge: FORMAT_VERSION + 1, novelty: [1, 2] })
  expect(result).toMatchObject({ ok: false, reason: 'too-new', known: lending })
  expect(faults(result)).toHaveLength(1)
})

test('every version of the format has its migration and a document that opens for ever', () => {
  expect(migrations.map(({ from }) => from)).toEqual(
    Array.from({ length: FORMAT_VERSION - 1 }, (_, index) => index + 1),
  )
  const folder = join(import.meta.dirname, 'fixtures')
  const fixtures = readdirSync(folder).filter((name) => /^topology-\d+\.json$/.test(name))
  const versions = fixtures.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).topoforge)
  expect(versions.sort()).toEqual(Array.from({ length: FORMAT_VERSION }, (_, index) => index + 1))
  for (const name of fixtures) {
    expect(read(readFileSync(join(folder, name), 'utf8'))).toMatchObject({ ok: true, warnings: [] })
  }
})

/** The document with a few values replaced by something that does not belong there. */
function spoiled(value: unknown, chance: Chance, depth = 0): unknown {
  if (depth > 1 && chance.flag(0.03))
    return chance.pick([null, 7, 'x', [], {}, true, Number.NaN, [null], { id: 1 }])
  if (Array.isArray(value)) return value.map((item) => spoiled(item, chance, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([key]) => key === 'topoforge' || !chance.flag(0.01))
    .map(([key, part]) => [key, spoiled(part, chance, depth + 1)])
  return Object.fromEntries(chance.flag(0.05) ? [...entries, ['unknown', 1]] : entries)
}
