import { currentTopology, edit } from '@/lib/store/document'
import { positionsOf } from '@/lib/store/placement'
import { combine, type Edit, placeNodes, placeNotes } from '@/lib/topology/edits'

export interface Moved {
  readonly id: string
  readonly position: { readonly x: number; readonly y: number }
}

/** One edit for everything that moved, nodes and notes; nothing when it all stands where it stood. */
export function commitMoves(moved: readonly Moved[], more?: Edit): void {
  const change = movesOf(moved)
  if (change && more) edit(combine(change, more))
  else if (change ?? more) edit((change ?? more) as Edit)
}

/** The edit that puts what moved where it stands now; undefined when it all stands where it stood. */
export function movesOf(moved: readonly Moved[]): Edit | undefined {
  const topology = currentTopology()
  const nodes = positionsOf(topology)
  const notes = new Map((topology.layout?.notes ?? []).map((note) => [note.id, note]))
  const changed = moved.filter(({ id, position: { x, y } }) => {
    const place = nodes.get(id) ?? notes.get(id)
    return place !== undefined && (place.x !== x || place.y !== y)
  })
  if (changed.length === 0) return undefined
  const flat = changed.map(({ id, position: { x, y } }) => ({ id, x, y }))
  return combine(
    placeNodes(flat.filter(({ id }) => nodes.has(id)).map(({ id, x, y }) => ({ node: id, x, y }))),
    placeNotes(flat.filter(({ id }) => notes.has(id))),
  )
}
