import ELK from 'elkjs/lib/elk.bundled.js'
import { describe, expect, it } from 'vitest'
import { boxesOf } from '@/lib/layout/boxes'
import { tidy } from '@/lib/layout/tidy'
import { placeAll } from '@/lib/store/placement'
import { placeNodes } from '@/lib/topology/edits'
import type { Topology } from '@/lib/topology/model/topology'
import { randomDesign } from '@/lib/topology/random/random-design'
import { type Box, curveBetween } from '../geometry'
import { hitsOf } from './hits'
import { labelPlaceOf } from './label-place'
import { routeOf } from './route'

const engine = new ELK()
const tidied = async (topology: Topology) => {
  const placed = placeAll(topology)
  return (await tidy(placed, engine))(placed)
}
const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1)

/** How many links of a design there are, and how many of them run through a node that is not theirs. */
function measure(topology: Topology) {
  const boxes = new Map(boxesOf(topology).map((box) => [box.id, box]))
  const count = { links: 0, straight: 0, drawn: 0 }
  for (const [order, link] of topology.links.entries()) {
    const from = boxes.get(link.from)
    const to = boxes.get(link.to)
    if (!from || !to || from === to) continue
    const others = [...boxes.values()].filter((box) => box !== from && box !== to)
    count.links += 1
    if (hitsOf(curveBetween(from, to).points, others, 0) > 0) count.straight += 1
    const { points } = routeOf({ from, to, others, lane: 0, order })
    if (hitsOf(points, others, 0) > 0) count.drawn += 1
  }
  return count
}

describe('the line of a link', () => {
  it('runs through no node in designs that are tidy', async () => {
    const total = { links: 0, straight: 0, drawn: 0 }
    for (const seed of SEEDS) {
      const count = measure(await tidied(randomDesign(seed, { services: 3 + (seed % 30) })))
      for (const key of ['links', 'straight', 'drawn'] as const) total[key] += count[key]
    }
    expect(total.links).toBeGreaterThan(300)
    // Without a way around, most lines of these tangles would run through nodes.
    expect(total.straight).toBeGreaterThan(100)
    expect(total.drawn).toBe(0)
  }, 60_000)

  it('runs through fewer nodes than the straight one where everything lies about', () => {
    for (const seed of SEEDS) {
      const design = placeAll(randomDesign(seed))
      const places = design.nodes.map(({ id }, index) => ({
        node: id,
        x: (index * 7919 * seed) % 900,
        y: (index * 104_729 * seed) % 700,
      }))
      const { straight, drawn } = measure(placeNodes(places)({ ...design, layout: { positions: [] } }))
      expect(drawn).toBeLessThanOrEqual(straight)
    }
  })

  it('goes straight where nothing stands in its way', () => {
    const from = { x: 0, y: 0, width: 224, height: 64 }
    const to = { ...from, x: 640 }
    const route = (others: Box[]) => routeOf({ from, to, others, lane: 0, order: 0 })
    expect(route([{ ...from, x: 320, y: 200 }]).path).toBe(curveBetween(from, to).path)
    const around = route([{ ...from, x: 320 }])
    expect(around.around).toBe(true)
    expect(around.start).toMatchObject({ x: 224, side: 'right' })
  })

  it('has its label where no node covers it', () => {
    const from = { x: 0, y: 0, width: 224, height: 64 }
    const to = { ...from, x: 800 }
    const wall = { x: 480, y: -40, width: 64, height: 144 }
    const route = routeOf({ from, to, others: [], lane: 0, order: 0 })
    const { x, room } = labelPlaceOf(route, [from, to, wall])
    expect(room).toBeGreaterThan(100)
    expect(x + room / 2 <= wall.x || x - room / 2 >= wall.x + wall.width).toBe(true)
  })
})
