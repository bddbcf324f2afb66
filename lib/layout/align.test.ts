import { describe, expect, it } from 'vitest'
import { kindById } from '@/lib/catalog/catalog'
import { addNode, placeNodes } from '@/lib/topology/edits'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Topology } from '@/lib/topology/model/topology'
import { align, distribute } from './align'

const put = (kind: 'redis' | 'business_api', id: string, x: number, y: number) => (topology: Topology) =>
  addNode(kindById(kind).create(id, new Set()), { x, y })(topology)
const design = [
  put('business_api', 'a', 0, 10),
  put('business_api', 'b', 300, 50),
  put('redis', 'c', 900, 200),
].reduce((made, change) => change(made), emptyTopology())
const ids = ['a', 'b', 'c']
const places = (topology: Topology) => topology.layout?.positions.map(({ x, y }) => [x, y])

describe('align', () => {
  it('puts edges on one line, whatever the width of a node', () => {
    expect(places(align(ids, 'left')(design))).toEqual([
      [0, 10],
      [0, 50],
      [0, 200],
    ])
    expect(places(align(ids, 'right')(design))).toEqual([
      [820, 10],
      [820, 50],
      [900, 200],
    ])
    expect(places(align(ids, 'middle')(design))?.map(([, y]) => y)).toEqual([105, 105, 105])
  })

  it('brings the others to a pinned node', () => {
    const pinned = placeNodes([{ node: 'b', x: 300, y: 50, pinned: true }])(design)
    expect(places(align(ids, 'top')(pinned))?.map(([, y]) => y)).toEqual([50, 50, 50])
  })

  it('changes nothing that is aligned already', () => {
    const aligned = align(ids, 'bottom')(design)
    expect(align(ids, 'bottom')(aligned)).toBe(aligned)
  })
})

describe('distribute', () => {
  it('makes the gaps equal and leaves the ends where they are', () => {
    expect(places(distribute(ids, 'across')(design))?.map(([x]) => x)).toEqual([0, 450, 900])
    expect(distribute(['a', 'b'], 'across')(design)).toBe(design)
  })
})
