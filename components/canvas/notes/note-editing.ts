import { create } from 'zustand'

/** The note whose text is written now. */
export const useNoteEditing = create<{ readonly id: string | undefined }>()(() => ({ id: undefined }))

export function editNote(id: string | undefined): void {
  useNoteEditing.setState({ id })
}
