import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { notes } from '@/lib/examples/notes'
import { toDownload } from './download'
import type { WorkerRequest } from './worker-messages'

/** A worker of this thread: what it is sent is kept, what it says is decided by the test. */
class FakeWorker extends EventTarget {
  static all: FakeWorker[] = []
  readonly requests: WorkerRequest[] = []
  isTerminated = false

  constructor(
    readonly url: URL,
    readonly options: WorkerOptions,
  ) {
    super()
    FakeWorker.all.push(this)
  }

  postMessage(request: WorkerRequest): void {
    this.requests.push(structuredClone(request))
  }

  terminate(): void {
    this.isTerminated = true
  }

  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

beforeEach(() => {
  FakeWorker.all = []
  vi.resetModules()
  vi.stubGlobal('Worker', FakeWorker)
})

afterEach(() => vi.unstubAllGlobals())

describe('the page', () => {
  test('gets each download that it asked for, in whatever order they come', async () => {
    const { generateInWorker } = await import('./in-worker')
    const [first, second] = [generateInWorker(notes.topology), generateInWorker(notes.topology)]
    const [worker] = FakeWorker.all
    const ids = worker?.requests.map(({ id }) => id) ?? []
    worker?.say({ id: ids[1], answer: 'second' })
    worker?.say({ id: ids[0], answer: 'first' })
    expect([await first, await second]).toEqual(['first', 'second'])
    expect(FakeWorker.all).toHaveLength(1)
    expect(worker?.options).toEqual({ type: 'module' })
  })

  test('is told why there is none', async () => {
    const { generateInWorker } = await import('./in-worker')
    const promise = generateInWorker(notes.topology)
    const [worker] = FakeWorker.all
    worker?.say({ id: worker.requests[0]?.id, error: 'templates/x: broken' })
    await expect(promise).rejects.toMatchObject({ kind: 'failed', reason: 'templates/x: broken' })
  })

  test('starts a new worker after one that stopped', async () => {
    const { generateInWorker } = await import('./in-worker')
    const promise = generateInWorker(notes.topology)
    FakeWorker.all[0]?.dispatchEvent(new Event('error'))
    await expect(promise).rejects.toMatchObject({ kind: 'stopped', reason: 'its script could not be loaded' })
    expect(FakeWorker.all[0]?.isTerminated).toBe(true)
    void generateInWorker(notes.topology)
    expect(FakeWorker.all).toHaveLength(2)
  })
})

test('the worker answers with what the command line writes', async () => {
  const scope = Object.assign(new EventTarget(), { postMessage: vi.fn() })
  vi.stubGlobal('self', scope)
  await import('./worker')
  scope.dispatchEvent(
    new MessageEvent('message', { data: { id: 7, task: 'download', ask: { topology: notes.topology } } }),
  )
  scope.dispatchEvent(
    new MessageEvent('message', { data: { id: 8, task: 'download', ask: { topology: null } } }),
  )
  const download = toDownload(notes.topology)
  expect(scope.postMessage.mock.calls).toEqual([
    [{ id: 7, answer: download }, { transfer: [expect.any(ArrayBuffer)] }],
    [{ id: 8, error: expect.any(String) }, { transfer: [] }],
  ])
})
