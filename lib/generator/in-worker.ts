import type { Topology } from '@/lib/topology/model/topology'
import type { Download } from './download'
import type { TaskName, Tasks, WorkerAnswer, WorkerRequest } from './worker-messages'

/** Why the worker gave no answer: it has stopped, which a reload of the page mends, or the generator has a fault. */
export class WorkerFault extends Error {
  constructor(
    readonly kind: 'stopped' | 'failed',
    readonly reason: string,
  ) {
    super(reason)
    this.name = 'WorkerFault'
  }
}

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (error: WorkerFault) => void
}

let worker: Worker | undefined
let lastId = 0
const waiting = new Map<number, Waiting>()

/**
 * Has something done in the background of the page; designs must have no finding of severity error. Rejects with a
 * `WorkerFault` if the worker cannot be started or the task fails; the next call starts a new worker.
 */
export function inWorker<Name extends TaskName>(
  task: Name,
  ask: Tasks[Name]['ask'],
): Promise<Tasks[Name]['answer']> {
  lastId += 1
  const request = { id: lastId, task, ask } as WorkerRequest
  return new Promise((resolve, reject) => {
    waiting.set(request.id, { resolve, reject })
    startedWorker().postMessage(request)
  })
}

/** Generates and packs a design in the background. */
export function generateInWorker(topology: Topology): Promise<Download> {
  return inWorker('download', { topology })
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

function settle(data: WorkerAnswer): void {
  const promise = waiting.get(data.id)
  waiting.delete(data.id)
  if ('error' in data) promise?.reject(new WorkerFault('failed', data.error))
  // The answer is that of the task which was asked for under this number.
  else promise?.resolve(data.answer as never)
}

function giveUp(reason: string): void {
  worker?.terminate()
  worker = undefined
  const fault = new WorkerFault('stopped', reason || 'its script could not be loaded')
  for (const { reject } of waiting.values()) reject(fault)
  waiting.clear()
}
