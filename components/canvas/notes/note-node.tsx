import { type NodeProps, useReactFlow } from '@xyflow/react'
import { type KeyboardEvent, memo, type PointerEvent, useEffect, useRef, useState } from 'react'
import { resizeNote } from '@/lib/commands/notes'
import { type Note, noteSize } from '@/lib/layout/note-size'
import { edit, settle, useDocument, useTopology } from '@/lib/store/document'
import { noteTexts } from '@/lib/text/canvas'
import { useSay } from '@/lib/text/say'
import { changeNote } from '@/lib/topology/edits'
import { editNote, useNoteEditing } from './note-editing'

/** A note on the canvas: words for people, which change nothing of what is generated. */
export const NoteNode = memo(function NoteNode({ id, selected }: NodeProps) {
  const note = useTopology(({ layout }) => layout?.notes?.find((one) => one.id === id))
  const editing = useNoteEditing((state) => state.id === id)
  const say = useSay()
  if (!note) return null
  const { width, height } = noteSize(note)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter on the note itself opens it as well
    <div
      className="note"
      data-selected={selected}
      style={{ width, height }}
      onDoubleClick={() => editNote(id)}
    >
      {editing ? (
        <NoteText note={note} />
      ) : (
        <p className="note-text">{note.text || <span className="text-faint">{say(noteTexts.empty)}</span>}</p>
      )}
      {selected && <Grip note={note} width={width} />}
    </div>
  )
})

/** The text while it is written: all of it is one step, ended by leaving it. */
function NoteText({ note }: { readonly note: Note }) {
  const say = useSay()
  const locked = useDocument(({ readOnly }) => readOnly !== undefined)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    const done = event.key === 'Escape' || (event.key === 'Enter' && (event.metaKey || event.ctrlKey))
    if (!done) return
    event.preventDefault()
    leave(note.id)
  }
  return (
    <textarea
      ref={field}
      aria-label={say(noteTexts.text)}
      className="note-text nodrag nopan nowheel"
      maxLength={5000}
      readOnly={locked}
      value={note.text}
      onChange={({ target }) =>
        edit(changeNote(note.id, { text: target.value }), { merge: `note ${note.id}` })
      }
      onBlur={() => {
        settle()
        editNote(undefined)
      }}
      onKeyDown={onKeyDown}
    />
  )
}

/** Back from the text to the note, which keeps the focus. */
function leave(id: string): void {
  settle()
  editNote(undefined)
  document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.focus()
}

/** The right edge of a note, which is pulled to make it wider. */
function Grip({ note, width }: { readonly note: Note; readonly width: number }) {
  const say = useSay()
  const { getZoom } = useReactFlow()
  const [start, setStart] = useState<{ readonly x: number; readonly width: number }>()
  const onPointerDown = (event: PointerEvent) => {
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    setStart({ x: event.clientX, width })
  }
  const onPointerMove = ({ clientX }: PointerEvent) => {
    if (!start) return
    resizeNote(note.id, start.width + (clientX - start.x) / getZoom())
  }
  return (
    <span
      title={say(noteTexts.resize)}
      className="note-grip nodrag nopan"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        setStart(undefined)
        settle()
      }}
    />
  )
}
