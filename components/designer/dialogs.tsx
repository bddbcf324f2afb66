'use client'
import { DocumentsDialog, HistorySheet } from '@/components/documents'
import { DownloadDialog } from '@/components/download'
import { AddDialog } from './add-dialog'
import { CommandPalette } from './command-palette'
import { ConnectDialog } from './connect-dialog'
import { HelpDialog } from './help-dialog'

/** Everything that opens over the page. */
export function Dialogs() {
  return (
    <>
      <DownloadDialog />
      <HelpDialog />
      <AddDialog />
      <CommandPalette />
      <ConnectDialog />
      <DocumentsDialog />
      <HistorySheet />
    </>
  )
}
