import { useEffect } from 'react'
import { currentTopology } from '@/lib/store/document'
import { useSelection } from '@/lib/store/selection'
import { isDrawing } from '../drawing/drawing'
import { isOnCanvas } from '../use-nudge'
import { editNote } from './note-editing'

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
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}

function isNote(id: string | undefined): boolean {
  return currentTopology().layout?.notes?.some((note) => note.id === id) ?? false
}
