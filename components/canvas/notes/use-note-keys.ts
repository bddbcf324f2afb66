import { useEffect } from 'react'
import { currentTopology, settle } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { isDrawing } from '../drawing/drawing'
import { isOnCanvas } from '../use-nudge'
import { editNote } from './note-editing'

/** The keys that make a note wider or narrower, as in the table of commands. */
const RESIZES: ReadonlySet<string> = new Set(['BracketLeft', 'BracketRight'])

/** Enter, or F2, opens the text of the note that is selected. */
export function useNoteKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.key !== 'Enter' && event.key !== 'F2') || event.ctrlKey || event.metaKey) return
      const [id] = useSelection.getState().nodes
      if (event.defaultPrevented || isDrawing() || !isOnCanvas(event.target) || !isNote(id)) return
      event.preventDefault()
      event.stopPropagation()
      editNote(id)
    }
    // A key that was held is one step; the next press is another.
    const onKeyUp = ({ code }: KeyboardEvent) => {
      if (RESIZES.has(code)) settle()
    }
    addEventListener('keydown', onKeyDown, { capture: true })
    addEventListener('keyup', onKeyUp)
    return () => {
      removeEventListener('keydown', onKeyDown, { capture: true })
      removeEventListener('keyup', onKeyUp)
    }
  }, [])
}

function isNote(id: string | undefined): boolean {
  return currentTopology().layout?.notes?.some((note) => note.id === id) ?? false
}
