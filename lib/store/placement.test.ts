import { describe, expect, it } from 'vitest'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import { NODE_SIZE, placeAll } from './placement'

const api = (id: string): Node => ({ id, type: 'service', kind: 'business_api', domain: id })
const data: Node = { id: 'data', type: 'service', kind: 'postgres_data_api', domain: 'data' }
const database: Node = { id: 'db', type: 'database', engine: 'postgres' }
const design: Topology = {
  ...emptyTopology(),
  nodes: [api('a'), api('b'), data, database],
  links: [
    { id: 'l1', type: 'calls', from: 'a', to: 'data' },
    { id: 'l2', type: 'calls', from: 'b', to: 'data' },
    { id: 'l3', type: 'stores', from: 'data', to: 'db' },
  ],
}
const places = (topology: Topology) =>
  new Map(topology.layout?.positions.map((position) => [position.node, position]))

describe('placement', () => {
  it('lays a design without places out in columns, callers to the left', () => {
    const at = places(placeAll(design))
    expect([at.get('a')?.x, at.get('data')?.x, at.get('db')?.x]).toEqual([0, 320, 640])
  })

  it('covers no node with another', () => {
    const nodes = Array.from({ length: 40 }, (_, index) => api(`n${index}`))
    const [first, ...rest] = nodes
    if (!first) throw new Error('no nodes')
    const layout = { positions: [{ node: first.id, x: 0, y: 0 }] }
    const at = [...places(placeAll({ ...emptyTopology(), nodes: [first, ...rest], layout })).values()]
    for (const [index, a] of at.entries()) {
      for (const b of at.slice(index + 1)) {
        expect(Math.abs(a.x - b.x) >= NODE_SIZE.width || Math.abs(a.y - b.y) >= NODE_SIZE.height).toBe(true)
      }
    }
  })

  it('puts a new node between those that it connects', () => {
    const placed = placeAll({ ...design, nodes: [api('a'), database], links: [] })
    const spread = {
      positions: [
        { node: 'a', x: 0, y: 0 },
        { node: 'db', x: 640, y: 0 },
      ],
    }
    const at = places(placeAll({ ...design, nodes: [...placed.nodes, data], layout: spread }))
    expect(at.get('data')).toMatchObject({ x: 320, y: 0 })
  })

  it('makes room between where there is none: what is called goes on by a step', () => {
    const close = {
      positions: [
        { node: 'a', x: 0, y: 0 },
        { node: 'db', x: 320, y: 0 },
      ],
    }
    const links = design.links.filter(({ from }) => from !== 'b')
    const at = places(placeAll({ ...design, nodes: [api('a'), data, database], links, layout: close }))
    expect([at.get('a')?.x, at.get('data')?.x, at.get('db')?.x]).toEqual([0, 320, 640])
  })

  it('leaves a design alone in which everything has a place', () => {
    const placed = placeAll(design)
    expect(placeAll(placed)).toBe(placed)
  })
})
