import { create } from 'zustand'
import { generateInWorker } from '@/lib/generator/in-worker'
import { sha256 } from '@/lib/generator/sha256'
import type { Text } from '@/lib/rules/rule'
import { currentTopology } from '@/lib/store/document'
import { openDialog, showProblems } from '@/lib/store/view'
import { downloadTexts } from '@/lib/text/download'
import { judgementOf } from './judgement'
import { saveBytes } from './save-bytes'

/** What came down, for the next steps and for who wants to compare. */
export interface Downloaded {
  readonly fileName: string
  readonly folder: string
  readonly files: number
  readonly size: number
  readonly sha256: string
}

export type DownloadState =
  | { readonly state: 'idle' | 'working' }
  | { readonly state: 'done'; readonly downloaded: Downloaded }
  | { readonly state: 'failed'; readonly reason: string }

export const useDownload = create<DownloadState>()(() => ({ state: 'idle' }))

/** Why the project cannot be made now. */
export function refusalToDownload(): Text | undefined {
  const { errors, notYet } = judgementOf(currentTopology())
  if (errors.length > 0) return downloadTexts.blockedBy(errors.length)
  return notYet.length > 0 ? downloadTexts.notYet(notYet.length) : undefined
}

/** Makes the project in the background and hands it to the browser; the dialog then says how to go on. */
export function downloadProject(): void {
  if (useDownload.getState().state !== 'working') void makeAndSave()
}

/** Shows what stands in the way of the download. */
export function showWhatBlocks(): void {
  showProblems(true)
}

async function makeAndSave(): Promise<void> {
  useDownload.setState({ state: 'working' }, true)
  try {
    const { bytes, fileName, files } = await generateInWorker(currentTopology())
    saveBytes(bytes, fileName, 'application/zip')
    const facts = { fileName, files, folder: fileName.replace(/\.zip$/, ''), size: bytes.byteLength }
    useDownload.setState({ state: 'done', downloaded: { ...facts, sha256: await sha256(bytes) } }, true)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    useDownload.setState({ state: 'failed', reason }, true)
  }
  openDialog('download')
}
