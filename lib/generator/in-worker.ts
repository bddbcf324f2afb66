import type { Topology } from '@/lib/topology/model/topology'
import type { Download } from './download'
import type { WorkerAnswer, WorkerRequest } from './worker'

interface Waiting {
  readonly resolve: (download: Download) => void
  readonly reject: (error: Error) => void
}

let worker: Worker | undefined
let lastId = 0
const waiting = new Map<number, Waiting>()

/**
 * Generates and packs a design in the background of the page. The design must have no finding of severity
 * error. Rejects if the worker cannot be started or the generator fails; the next call starts a new worker.
 */
export function generateInWorker(topology: Topology): Promise<Download> {
  lastId += 1
  const request: WorkerRequest = { id: lastId, topology }
  return new Promise((resolve, reject) => {
    waiting.set(request.id, { resolve, reject })
    startedWorker().postMessage(request)
  })
}

/** Starts the worker before it is needed, so that the first download does not wait for its scripts. */
export function warmUpGenerator(): void {
  startedWorker()
}

function startedWorker(): Worker {
  if (worker) return worker
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => settle(data))
  worker.addEventListener('error', (event) => giveUp(event.message))
  worker.addEventListener('messageerror', () => giveUp('its answer could not be read'))
  return worker
}

function settle(answer: WorkerAnswer): void {
  const promise = waiting.get(answer.id)
  waiting.delete(answer.id)
  if ('download' in answer) promise?.resolve(answer.download)
  else promise?.reject(new Error(answer.error))
}

function giveUp(reason: string): void {
  worker?.terminate()
  worker = undefined
  const error = new Error(`The generator has stopped: ${reason || 'its script could not be loaded'}`)
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}
