import { describe, expect, it } from 'vitest'
import { publishing } from '@/lib/testing/publishing'
import type { Field } from '@/lib/topology/model/field'
import type { Topology } from '@/lib/topology/model/topology'
import { pascalCase } from '@/lib/topology/naming'
import {
  ENTITY_CLASSES,
  INNER_CLASSES,
  isReservedModule,
  RESERVED_CLASS_NAMES,
  RESERVED_TABLES,
} from '@/lib/topology/reserved'
import { generate } from './generate'

/** A word that nothing but the design says, so that every name with it comes from the design. */
const WORD = 'Zyx'

const fields: readonly Field[] = [
  { name: 'code', type: 'string', maxLength: 20, pattern: '^[A-Z]+$', unique: true },
  { name: 'note', type: 'text', optional: true },
  { name: 'term', type: 'integer', indexed: true, min: 1, max: 900 },
  { name: 'amount', type: 'decimal', precision: 12, scale: 2, indexed: true, default: '1.00' },
  { name: 'is_open', type: 'boolean', default: true },
  { name: 'due', type: 'date', indexed: true, default: 'now' },
  { name: 'signed_at', type: 'datetime', indexed: true, optional: true },
  { name: 'trace', type: 'uuid' },
  { name: 'mail', type: 'email', unique: true },
  { name: 'pin', type: 'secret' },
  { name: 'state', type: 'enum', values: [{ name: 'open' }, { name: 'shut' }], indexed: true },
  { name: 'extra', type: 'json', optional: true },
  { name: 'tags', type: 'list', of: { type: 'string' } },
  {
    name: 'parts',
    type: 'list',
    of: {
      type: 'object',
      fields: [
        { name: 'kind', type: 'enum', values: [{ name: 'one' }] },
        { name: 'place', type: 'object', fields: [{ name: 'city', type: 'string' }], optional: true },
      ],
    },
  },
  { name: 'parent_id', type: 'reference', entity: 'zyx', optional: true, onDelete: 'set_null' },
  { name: 'wvu_id', type: 'reference', entity: 'wvu' },
]

const design: Topology = publishing({
  topoforge: 1,
  project: { name: 'sample', context: 'sample', locale: 'en' },
  nodes: [
    { id: 'api', type: 'service', kind: 'business_api', domain: 'desk' },
    { id: 'data', type: 'service', kind: 'postgres_data_api', domain: 'records' },
    { id: 'db', type: 'database', engine: 'postgres' },
  ],
  links: [
    { id: 'a', type: 'calls', from: 'api', to: 'data' },
    { id: 'b', type: 'stores', from: 'data', to: 'db' },
  ],
  entities: [
    { id: 'zyx', owner: 'data', name: 'zyx', plural: 'zyxes', fields },
    { id: 'wvu', owner: 'data', name: 'wvu', fields: [{ name: 'title', type: 'string' }] },
  ],
  messages: [],
})

/** Names with a capital that a Python module imports, defines or assigns at its top. */
function namesIn(module: string): readonly string[] {
  const imports = [...module.matchAll(/^from \S+ import (?:\(([^)]*)\)|(.*))$/gm)].flatMap(([, many, one]) =>
    (many ?? one ?? '').split(',').map((name) => name.trim().split(' as ').at(-1) ?? ''),
  )
  const defined = [...module.matchAll(/^(?:class )?([A-Z]\w*)(?=[(:[]| =|: \w+ =)/gm)].map(
    ([, name]) => name ?? '',
  )
  return [...imports, ...defined].filter((name) => /^[A-Z]/.test(name) && /[a-z]/.test(name))
}

const modules = [...generate(design)]
  .filter(([path]) => path.endsWith('.py'))
  .map(([path, { content }]) => ({ path, content: String(content) }))

/** Private names of the types of fields, which the generator keeps apart from all others itself. */
const ALIAS = new RegExp(`^(?:${fields.map(({ name }) => pascalCase(name)).join('|')})\\w*Value$`)

describe('names in generated Python', () => {
  it('that stand beside classes of the design are reserved', () => {
    const beside = modules
      .filter(({ content }) => content.includes(WORD))
      .flatMap(({ content }) => namesIn(content))
    const own = beside.filter((name) => !name.includes(WORD) && !name.includes('Wvu') && !ALIAS.test(name))
    expect([...new Set(own)].filter((name) => !RESERVED_CLASS_NAMES.has(name)).sort()).toEqual([])
  })

  it('that are derived from classes of the design follow the table of prefixes and suffixes', () => {
    const derived = new Set(
      modules.flatMap(({ content }) => namesIn(content)).filter((name) => name.includes(WORD)),
    )
    expect(derived.size).toBeGreaterThan(5)
    const forms = [
      ...ENTITY_CLASSES.map((form) => form.replace('*', 'Zyx')),
      ...[...INNER_CLASSES, '*'].map((form) => form.replace('*', 'Zyx(?:State|Parts(?:Kind|Place)?)?')),
    ]
    const known = new RegExp(`^(?:${forms.join('|')})$`)
    expect([...derived].filter((name) => !known.test(name)).sort()).toEqual([])
  })

  it('that are modules beside modules of entities are reserved', () => {
    const own = modules.filter(({ path }) => /\/zyx(es)?\.py$/.test(path)).map(({ path }) => folderOf(path))
    const beside = modules
      .map(({ path }) => path)
      .filter((path) => own.includes(folderOf(path)) && !/\/(zyx(es)?|wvus?|__init__)\.py$/.test(path))
    expect(own.length).toBeGreaterThan(3)
    expect(beside.filter((path) => !isReservedModule(path.slice(folderOf(path).length + 1, -3)))).toEqual([])
  })

  it('that are variables like those of entities are reserved', () => {
    const alike = modules.flatMap(({ path, content }) =>
      stemsBeside(content).map((stem) => `${stem} in ${path}`),
    )
    const isTaken = (stem = '') => isReservedModule(stem) || RESERVED_TABLES.has(stem)
    expect(alike.filter((found) => !isTaken(found.split(' ')[0]))).toEqual([])
  })
})

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))

/** What an entity would have to be called for its variable to be one that the module has: `http` for `http_client`. */
function stemsBeside(module: string): readonly string[] {
  const code = module.replace(/"""[\s\S]*?"""|#.*|"[^"\n]*"/g, '')
  const names = [...new Set(code.match(/(?<![.\w])[a-z_][a-z0-9_]*/g))]
  const forms = names.filter((name) => name.includes('zyx')).map((name) => name.split(/zyxes|zyx/))
  return forms.flatMap(([start = '', end = '']) =>
    names
      .filter(
        (name) => start + end !== '' && !/zyx|wvu/.test(name) && name.length > start.length + end.length,
      )
      .filter((name) => name.startsWith(start) && name.endsWith(end))
      .map((name) => name.slice(start.length, name.length - end.length)),
  )
}
