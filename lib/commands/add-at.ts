import type { Kind } from '@/lib/catalog/kind'
import { currentTopology, edit } from '@/lib/store/document'
import { findRoom, GRID, NODE_SIZE, type Point, positionsOf } from '@/lib/store/placement'
import { select } from '@/lib/store/selection'
import { useView } from '@/lib/store/view'
import { addKind, refusalToAdd } from './add-node'

/** Adds a node of this kind where a person looks, selected. */
export function addInView(kind: Kind): void {
  const topology = currentTopology()
  const middle = useView.getState().canvas?.middle() ?? { x: 0, y: 0 }
  const wanted = { x: middle.x - NODE_SIZE.width / 2, y: middle.y - GRID * 4 }
  addAt(kind, findRoom(wanted, positionsOf(topology), kind.can.call ? 'below' : 'right'))
}

/** Adds a node of this kind at a place of the canvas, selected. */
export function addAt(kind: Kind, at: Point): void {
  const topology = currentTopology()
  if (refusalToAdd(topology, kind)) return
  const { edit: change, id } = addKind(topology, kind.id, at)
  edit(change)
  select({ nodes: [id] })
}
