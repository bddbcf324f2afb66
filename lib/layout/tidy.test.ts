import ELK from 'elkjs/lib/elk.bundled.js'
import { describe, expect, it } from 'vitest'
import { kindById } from '@/lib/catalog/catalog'
import { shop } from '@/lib/examples/shop'
import { placeAll } from '@/lib/store/placement'
import { placeNodes, removeLinks } from '@/lib/topology/edits'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Topology } from '@/lib/topology/model/topology'
import { randomDesign } from '@/lib/topology/random/random-design'
import { boxesOf } from './boxes'
import { overlap } from './node-size'
import { tidy } from './tidy'

const engine = new ELK()
const tidied = async (topology: Topology, only?: readonly string[]) =>
  (await tidy(topology, engine, only))(topology)
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1)
const messy = (seed: number) => {
  const design = placeAll(randomDesign(seed))
  const places = design.nodes.map(({ id }, index) => ({
    node: id,
    x: ((index * 7919 * seed) % 900) + 3,
    y: ((index * 104_729 * seed) % 700) + 5,
    ...(index % 5 === seed % 5 && { pinned: true }),
  }))
  return placeNodes(places)({ ...design, layout: { positions: [] } })
}

/** Pairs that lie on one another, but for pinned ones, which a person put there. */
function overlaps(topology: Topology): readonly string[] {
  const boxes = boxesOf(topology)
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => !(a.pinned && b.pinned) && overlap(a, b, 0))
      .map((b) => `${a.id} ${b.id}`),
  )
}

describe('tidy', () => {
  it('lets nothing overlap, and keeps what is pinned exactly where it is', async () => {
    for (const seed of SEEDS) {
      const before = messy(seed)
      const after = await tidied(before)
      expect(overlaps(after)).toEqual([])
      const pins = (topology: Topology) => topology.layout?.positions.filter(({ pinned }) => pinned)
      expect(pins(after)).toEqual(pins(before))
    }
  })

  it('changes nothing when it runs again, and gives the same for the same', async () => {
    for (const seed of SEEDS) {
      const once = await tidied(messy(seed))
      expect(await tidied(once)).toBe(once)
      expect(await tidied(messy(seed))).toEqual(once)
    }
  })

  it('moves only the nodes that were meant, around all others', async () => {
    for (const seed of SEEDS) {
      const before = messy(seed)
      const only = before.nodes.filter((_, index) => index % 2 === 0).map(({ id }) => id)
      const after = await tidied(before, only)
      const rest = (topology: Topology) =>
        topology.layout?.positions.filter(({ node }) => !only.includes(node))
      expect(rest(after)).toEqual(rest(before))
      expect(await tidied(after, only)).toBe(after)
    }
  })

  it('reads from the left to the right', async () => {
    const design = await tidied(placeAll(shop.topology))
    const places = new Map(design.layout?.positions.map((position) => [position.node, position]))
    for (const { from, to } of design.links) {
      expect(places.get(from)?.x).toBeLessThan(places.get(to)?.x ?? 0)
    }
  })

  it('moves little after a small change', async () => {
    const before = await tidied(placeAll(randomDesign(12, { services: 20 })))
    const [link] = before.links
    const after = await tidied(removeLinks(link ? [link.id] : [])(before))
    const old = new Map(before.layout?.positions.map((position) => [position.node, position]))
    const still = after.layout?.positions.filter(
      ({ node, x, y }) => old.get(node)?.x === x && old.get(node)?.y === y,
    )
    expect(still?.length).toBeGreaterThan(before.nodes.length / 2)
  })

  it('keeps a design of 500 nodes low enough to be looked at', async () => {
    const once = await tidied(manyServices(499))
    expect(once.nodes).toHaveLength(500)
    const heights = boxesOf(once).map(({ y }) => y)
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(3000)
    expect(overlaps(once)).toEqual([])
    expect(await tidied(once)).toBe(once)
  }, 60_000)
})

/** Services that call one another in chains of five, and one data API that all of them call. */
function manyServices(count: number): Topology {
  const data = kindById('postgres_data_api').create('data', new Set())
  const apis = Array.from({ length: count }, (_, index) =>
    kindById('business_api').create(`api-${index}`, new Set()),
  )
  const links = apis.flatMap(({ id }, index): Topology['links'] => [
    { id: `data-${index}`, type: 'calls', from: id, to: 'data' },
    ...(index % 5 ? [{ id: `call-${index}`, type: 'calls', from: `api-${index - 1}`, to: id } as const] : []),
  ])
  return placeAll({ ...emptyTopology(), nodes: [data, ...apis], links })
}
