import { createWorkbench } from './workbench'
import type { WorkerAnswer, WorkerRequest } from './worker-messages'

const work = createWorkbench()

/** Answers requests off the page's thread, so that the canvas stays quick while a project is made. */
function reply(request: WorkerRequest): void {
  const { id } = request
  try {
    const answer = work(request)
    const bytes = answer && 'bytes' in answer ? [answer.bytes.buffer] : []
    post({ id, answer }, bytes)
  } catch (error) {
    post({ id, error: error instanceof Error ? error.message : String(error) }, [])
  }
}

function post(message: WorkerAnswer, transfer: Transferable[]): void {
  self.postMessage(message, { transfer })
}

self.addEventListener('message', (event: MessageEvent<WorkerRequest>) => reply(event.data))
