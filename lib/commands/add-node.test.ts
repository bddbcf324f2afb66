import { expect, it } from 'vitest'
import { largestDesign } from '@/lib/testing/largest-design'
import { addNode, removeNodes } from '@/lib/topology/edits'
import type { Topology } from '@/lib/topology/model/topology'
import { addKind, offeredKinds, refusalToAdd } from './add-node'

const MOST = 500

/** A design of so many nodes. */
function designOf(nodes: number): Topology {
  const largest = largestDesign()
  return removeNodes(largest.nodes.slice(nodes).map(({ id }) => id))(largest)
}

it.each([480, 497, 498, 499, 500])(
  'with %i nodes a kind is refused when what comes with it is too much',
  (size) => {
    const design = designOf(size)
    for (const kind of offeredKinds) {
      const refusal = refusalToAdd(design, kind)?.rule
      if (refusal !== undefined && refusal !== 'too-large') continue
      const grown = addKind(design, kind.id, { x: 0, y: 0 }).edit(design).nodes.length
      expect([kind.id, refusal]).toEqual([kind.id, grown > MOST ? 'too-large' : undefined])
    }
  },
)

it('what comes along is counted anew when there are other kinds', () => {
  const worker = offeredKinds.find(({ id }) => id === 'worker')
  if (!worker) throw new Error('There are no workers.')
  const bare: Topology = { ...designOf(0), links: [], entities: [], messages: [] }
  const externals = Array.from({ length: 498 }, (_, index) =>
    addNode({
      id: `x${index}`,
      type: 'external',
      protocol: 'http',
      name: `partner_${index}`,
      operations: [],
    }),
  )
  const full = externals.reduce((design, edit) => edit(design), bare)
  const grown = addKind(full, 'worker', { x: 0, y: 0 }).edit(full).nodes.length
  expect(refusalToAdd(full, worker)?.rule).toBe(grown > MOST ? 'too-large' : undefined)
  const withRedis = addNode({ id: 'r', type: 'redis' })(removeNodes(['x0'])(full))
  const then = addKind(withRedis, 'worker', { x: 0, y: 0 }).edit(withRedis).nodes.length
  expect(refusalToAdd(withRedis, worker)?.rule).toBe(then > MOST ? 'too-large' : undefined)
})
