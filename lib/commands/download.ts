import { create } from 'zustand'
import { generateInWorker, WorkerFault } from '@/lib/generator/in-worker'
import { sha256 } from '@/lib/generator/sha256'
import type { Text } from '@/lib/rules/rule'
import { currentTopology } from '@/lib/store/document'
import { openDialog } from '@/lib/store/view'
import { downloadTexts } from '@/lib/text/download'
import type { Topology } from '@/lib/topology/model/topology'
import { judgementOf } from './judgement'
import { saveBytes } from './save-bytes'

/** What came down, for the next steps and for who wants to compare. */
export interface Downloaded {
  readonly fileName: string
  readonly topology: Topology
  readonly files: number
  readonly size: number
  readonly sha256: string
}

export type DownloadState =
  | { readonly state: 'idle' | 'working' }
  | { readonly state: 'done'; readonly downloaded: Downloaded }
  | { readonly state: 'failed'; readonly fault: WorkerFault }

export const useDownload = create<DownloadState>()(() => ({ state: 'idle' }))

/** Whether what stands in the way of the download is shown beside its button. */
export const useReasons = create<{ readonly open: boolean }>()(() => ({ open: false }))

/** Why the project cannot be made now, in one line. */
export function refusalToDownload(topology: Topology = currentTopology()): Text | undefined {
  const { errors, notYet } = judgementOf(topology)
  if (errors.length > 0) return downloadTexts.blockedBy(errors.length)
  return notYet.length > 0 ? downloadTexts.notYet(notYet.length) : undefined
}

/**
 * Makes the project in the background and hands it to the browser; the dialog then says how to go on. A design that
 * cannot be made gets the reasons shown instead.
 */
export function downloadProject(): void {
  if (refusalToDownload()) useReasons.setState({ open: true })
  else if (useDownload.getState().state !== 'working') void makeAndSave()
}

async function makeAndSave(): Promise<void> {
  const topology = currentTopology()
  const focused = document.activeElement
  useDownload.setState({ state: 'working' }, true)
  try {
    const { bytes, fileName, files } = await generateInWorker(topology)
    saveBytes(bytes, fileName, 'application/zip')
    const facts = { fileName, files, topology, size: bytes.byteLength, sha256: await sha256(bytes) }
    useDownload.setState({ state: 'done', downloaded: facts }, true)
  } catch (error) {
    const fault = error instanceof WorkerFault ? error : new WorkerFault('failed', String(error))
    useDownload.setState({ state: 'failed', fault }, true)
  }
  // A download takes the focus from the page; the dialog gives it back to where it was before.
  if (document.activeElement === document.body && focused instanceof HTMLElement) focused.focus()
  openDialog('download')
}
