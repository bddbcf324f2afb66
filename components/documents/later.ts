'use client'
import dynamic from 'next/dynamic'

// They come with the other dialogs; by themselves, so that the first view does not bring them along.
export const DocumentsDialog = dynamic(
  () => import('./documents-dialog').then((module) => module.DocumentsDialog),
  { ssr: false },
)
export const HistorySheet = dynamic(() => import('./history-sheet').then((module) => module.HistorySheet), {
  ssr: false,
})
