import { NOTE, type Note, noteSize } from '@/lib/layout/note-size'
import { currentTopology, edit } from '@/lib/store/document'
import { GRID } from '@/lib/store/placement'
import { select, useSelection } from '@/lib/store/selection'
import { announce, useView } from '@/lib/store/view'
import { noteTexts } from '@/lib/text/canvas'
import { refusalTexts } from '@/lib/text/commands'
import { say } from '@/lib/text/say'
import { addNote, changeNote } from '@/lib/topology/edits'
import { freshId } from '@/lib/topology/fresh'
import type { Text } from '@/lib/topology/model/basics'

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

/** Makes a note about so wide; going on with the same note is the same step. */
export function resizeNote(id: string, wanted: number): void {
  const width = Math.min(NOTE.most, Math.max(NOTE.least, Math.round(wanted / GRID) * GRID))
  edit(changeNote(id, { width }), { merge: `width ${id}` })
}

/** What one press of the key adds to the width of a note, or takes from it. */
const STEP = GRID * 4

/** Makes the selected note wider, or narrower. */
export function resizeSelectedNote(direction: 1 | -1): void {
  const note = selectedNote()
  if (!note) return
  resizeNote(note.id, noteSize(note).width + direction * STEP)
  announce(say(noteTexts.width(noteSize(selectedNote() ?? note).width)))
}

/** Opens the text of the selected note for writing. */
export function writeSelectedNote(): void {
  const note = selectedNote()
  if (note) useView.getState().canvas?.editNote(note.id)
}

/** Why there is no note to act on. */
export function noNoteSelected(): Text | undefined {
  return selectedNote() ? undefined : refusalTexts.selectOneNote
}

function selectedNote(): Note | undefined {
  const { nodes } = useSelection.getState()
  const [id] = nodes
  return nodes.length === 1 ? currentTopology().layout?.notes?.find((note) => note.id === id) : undefined
}
