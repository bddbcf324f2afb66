import { currentTopology, edit } from '@/lib/store/document'
import { GRID } from '@/lib/store/placement'
import { select } from '@/lib/store/selection'
import { useView } from '@/lib/store/view'
import { addNote } from '@/lib/topology/edits'
import { freshId } from '@/lib/topology/fresh'

/** Half of what a new note takes on the canvas. */
const HALF = { x: 112, y: 28 } as const

/** Adds an empty note where a person looks, open for writing. */
export function addNoteInView(): void {
  const canvas = useView.getState().canvas
  const middle = canvas?.middle() ?? { x: 0, y: 0 }
  const id = freshId(currentTopology(), 'note')
  const snap = (value: number) => Math.round(value / GRID) * GRID
  // Writing goes on in the same step: an empty note is nothing to come back to.
  edit(addNote({ id, x: snap(middle.x - HALF.x), y: snap(middle.y - HALF.y), text: '' }), {
    merge: `note ${id}`,
  })
  select({ nodes: [id] })
  canvas?.editNote(id)
}
