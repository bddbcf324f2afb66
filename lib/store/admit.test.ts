import { beforeEach, describe, expect, it } from 'vitest'
import { addNode, changeProject } from '@/lib/topology/edits'
import { emptyTopology } from '@/lib/topology/fresh'
import { type Topology, topologySchema } from '@/lib/topology/model/topology'
import { randomDocument } from '@/lib/topology/random/random-document'
import { refusedIn } from './admit'
import { currentTopology, edit, openDocument, useDocument } from './document'
import { useView } from './view'

const api = { id: 'api', type: 'service', kind: 'business_api', domain: 'loan' } as const
const changed = (patch: object): Topology => ({ ...emptyTopology(), ...patch })

describe('what the format refuses in a document', () => {
  it.each([
    ['a list that is none', changed({ nodes: {} }), 'nodes'],
    ['a strange part of the whole', changed({ strange: 1 }), 'strange'],
    ['a bad node', changed({ nodes: [{ ...api, port: -1 }] }), 'nodes.0.port'],
    ['a hole in a list', changed({ nodes: [undefined] }), 'nodes.0'],
    [
      'a bad place',
      changed({ layout: { positions: [{ node: 'a', x: Number.NaN, y: 0 }] } }),
      'layout.positions.0.x',
    ],
    ['a bad note', changed({ layout: { positions: [], notes: [{ id: 'n' }] } }), 'layout.notes.0'],
    ['a layout of nothing', changed({ layout: null }), 'layout'],
    ['too many parts', changed({ nodes: Array.from({ length: 2001 }, () => api) }), 'nodes'],
  ])('is told with its place: %s', (_, topology, path) => {
    expect(refusedIn(topology)?.path.join('.')).toContain(path)
    expect(topologySchema.safeParse(topology).success).toBe(false)
  })

  it('is nothing wherever the whole schema refuses nothing', () => {
    for (let seed = 1; seed <= 200; seed += 1) expect(refusedIn(randomDocument(seed))).toBeUndefined()
  })
})

describe('an edit that the format refuses', () => {
  beforeEach(() => openDocument(emptyTopology(), 'document'))

  it('changes nothing, tells the person and answers why', () => {
    const before = useDocument.getState().history
    const why = edit(changeProject({ title: { en: 'x'.repeat(2001) } }))
    expect(why?.en).toContain('at most 2000 characters')
    expect(useDocument.getState().history).toBe(before)
    expect(useView.getState().notices.at(-1)?.detail).toBe(why)
  })

  it('leaves the next good edit alone', () => {
    edit(addNode({ ...api, port: -1 }))
    expect(edit(addNode(api))).toBeUndefined()
    expect(currentTopology().nodes).toEqual([api])
  })
})
