import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../canonical'
import { emptyTopology } from '../fresh'
import { type Topology, topologySchema } from '../model/topology'
import { randomDesign } from '../random/random-design'
import { randomDocument } from '../random/random-document'
import { insert } from './insert'
import { take } from './take'

const NOWHERE = { x: 0, y: 0 }
const everything = (topology: Topology) => [
  ...topology.nodes.map(({ id }) => id),
  ...(topology.layout?.notes ?? []).map(({ id }) => id),
]
const seeds = fc.integer({ min: 1, max: 100_000 })

/** Some of the nodes, by the bits of a number. */
function some(topology: Topology, bits: number): readonly string[] {
  return topology.nodes.filter((_, index) => (bits >> (index % 16)) & 1).map(({ id }) => id)
}

function expectWhole(topology: Topology): void {
  expect(topologySchema.safeParse(topology).success).toBe(true)
  const nodes = new Set(topology.nodes.map(({ id }) => id))
  for (const { from, to } of topology.links) expect([nodes.has(from), nodes.has(to)]).toEqual([true, true])
  const ids = [topology.nodes, topology.links, topology.entities, topology.messages].flatMap((list) =>
    list.map(({ id }) => id),
  )
  expect(new Set(ids).size).toBe(ids.length)
}

describe('a fragment', () => {
  it('of everything, put into an empty design, is the same design', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const design = randomDesign(seed)
        const empty = { ...emptyTopology(), project: design.project }
        const { topology, lost } = insert(empty, take(design, everything(design)), NOWHERE)
        expect(canonical({ ...topology, layout: topology.layout ?? { positions: [] } })).toEqual(
          canonical({ ...design, layout: design.layout ?? { positions: [] } }),
        )
        expect(lost).toBe(0)
      }),
      { numRuns: 200 },
    )
  })

  it('keeps the schema, the ends of links and the ids apart, in its own design and in another', () => {
    fc.assert(
      fc.property(seeds, seeds, fc.nat(), (seed, other, bits) => {
        const design = randomDesign(seed)
        const fragment = take(design, some(design, bits))
        const once = insert(design, fragment, { x: 32, y: 32 }).topology
        expectWhole(once)
        expectWhole(insert(once, fragment, { x: 64, y: 64 }).topology)
        expectWhole(insert(randomDesign(other), fragment, NOWHERE).topology)
      }),
      { numRuns: 150 },
    )
  })

  it('adds nothing to the data APIs of its own design that they have already', () => {
    const design = randomDesign(7)
    const { topology } = insert(design, take(design, everything(design)), { x: 8, y: 8 })
    expect(topology.entities).toEqual(design.entities)
    expect(
      new Set(topology.nodes.map((node) => ('domain' in node ? `${node.kind} ${node.domain}` : node.id)))
        .size,
    ).toBe(topology.nodes.length)
  })

  it('takes any document apart and puts it together within the schema', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const document = randomDocument(seed)
      const { topology } = insert(emptyTopology(), take(document, everything(document)), NOWHERE)
      expect(topologySchema.safeParse(topology).success).toBe(true)
    }
  })
})
