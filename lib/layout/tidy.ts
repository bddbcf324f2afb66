import type { ELK, ElkNode } from 'elkjs/lib/elk-api'
import { type Edit, placeNodes } from '@/lib/topology/edits'
import type { Topology } from '@/lib/topology/model/topology'
import { boxesOf } from './boxes'
import { columnsOf } from './columns'
import { graphOf } from './graph'
import { settle } from './settle'
import { wrapTall } from './wrap'

/** What lays a graph out: in a worker, or at once in tests. */
export type Engine = Pick<ELK, 'layout'>

/**
 * The edit that tidies a design, or only these nodes of it: every node in the column of its role, links short and
 * from left to right, nothing on top of anything. Pinned nodes and notes stay. A tidy design stays as it is.
 */
export async function tidy(topology: Topology, engine: Engine, only?: readonly string[]): Promise<Edit> {
  const placed = boxesOf(topology, only)
  const ids = new Set(placed.map(({ id }) => id))
  const columns = columnsOf(topology, ids)
  const laidOut = await engine.layout(graphOf(topology, columns))
  const places = settle(topology, wrapTall(placesIn(laidOut), columns))
  const before = new Map(placed.map((box) => [box.id, box]))
  const changed = places.filter(({ node, x, y }) => {
    const was = before.get(node)
    return was?.x !== x || was.y !== y
  })
  return changed.length === 0 ? (same) => same : placeNodes(changed)
}

function placesIn({ children = [] }: ElkNode): readonly { id: string; x: number; y: number }[] {
  return children.map(({ id, x = 0, y = 0 }) => ({ id, x, y }))
}
