import type { Topology } from '@/lib/topology/model/topology'
import { type Download, toDownload } from './download'

/** What the page asks of the worker; `id` comes back with the answer. */
export interface WorkerRequest {
  readonly id: number
  readonly topology: Topology
}

export type WorkerAnswer =
  | { readonly id: number; readonly download: Download }
  | { readonly id: number; readonly error: string }

/** Answers requests off the page's thread, so that the canvas stays quick while a project is made. */
function answer({ id, topology }: WorkerRequest): void {
  try {
    const download = toDownload(topology)
    post({ id, download }, [download.bytes.buffer])
  } catch (error) {
    post({ id, error: error instanceof Error ? error.message : String(error) }, [])
  }
}

function post(message: WorkerAnswer, transfer: Transferable[]): void {
  self.postMessage(message, { transfer })
}

self.addEventListener('message', (event: MessageEvent<WorkerRequest>) => answer(event.data))
