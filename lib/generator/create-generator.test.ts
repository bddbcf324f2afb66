import { expect, test } from 'vitest'
import { shop } from '@/lib/examples/shop'
import { changeAt } from '@/lib/topology/at'
import type { Edit } from '@/lib/topology/edits'
import type { Topology } from '@/lib/topology/model/topology'
import { randomDesign } from '@/lib/topology/random/random-design'
import { createGenerator } from './create-generator'
import { toDownload } from './download'
import { generate } from './generate'

/** What people do to a design, and what another service than the one edited could notice. */
function edits({ nodes, entities }: Topology): readonly Edit[] {
  const [service] = nodes
  const [entity] = entities
  return [
    (topology) => topology,
    ...(service ? [changeAt({ part: 'node', id: service.id, path: [] }, withDescription)] : []),
    ...(entity ? [changeAt({ part: 'entity', id: entity.id, path: ['fields'] }, withComment)] : []),
    changeAt({ part: 'project', path: ['locale'] }, (locale) => (locale === 'en' ? 'ru' : 'en')),
    changeAt({ part: 'project', path: ['context'] }, () => 'renamed'),
  ]
}

const withDescription = (node: unknown) => ({ ...(node as object), description: { en: 'Changed' } })
const withComment = (fields: unknown) => [...(fields as object[]), { type: 'string', name: 'zz_comment' }]

test.each([1, 2, 3])('edit after edit, the files are those that are made from nothing: seed %i', (seed) => {
  let design = randomDesign(seed, { services: 4 })
  const generator = createGenerator()
  for (const edit of edits(design)) {
    design = edit(design)
    expect(generator(design).files).toEqual(generate(design))
  }
})

test('a service that an edit leaves alone is not made again', () => {
  const generator = createGenerator()
  const file = (topology: Topology, path: string) => generator(topology).files.get(path)
  const entity = shop.topology.entities.find(({ name }) => name === 'order')
  const edited = changeAt(
    { part: 'entity', id: entity?.id ?? '', path: ['fields'] },
    withComment,
  )(shop.topology)
  const untouched = 'services/shop_catalog_api/main.py'
  const before = file(shop.topology, untouched)
  expect(before).toBeDefined()
  expect(file(edited, untouched)).toBe(before)
})

test('a second download of an edited design has the bytes of a first one', () => {
  const [again, packed] = [createGenerator(), new Map()]
  toDownload(shop.topology, again, packed)
  const edited = changeAt({ part: 'project', path: ['locale'] }, () => 'ru')(shop.topology)
  expect(toDownload(edited, again, packed)).toEqual(toDownload(edited))
})
