import type { Page } from 'playwright-core'

/** How long frames took while something went on, in milliseconds. */
export interface Frames {
  readonly median: number
  readonly p95: number
  readonly worst: number
  readonly frames: number
}

/** Records the time between frames while something goes on in the page. */
export async function recordFrames(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const recording = { times: [] as number[], on: true }
    Object.assign(globalThis, { recording })
    const tick = (now: number) => {
      recording.times.push(now)
      if (recording.on) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  await work()
  const times = await page.evaluate(() => {
    const { recording } = globalThis as unknown as { recording: { times: number[]; on: boolean } }
    recording.on = false
    return recording.times
  })
  return toFrames(times.slice(1).map((time, index) => time - (times[index] ?? time)))
}

/** How these durations are spread. */
export function toFrames(durations: readonly number[]): Frames {
  const sorted = durations.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95), worst: sorted.at(-1) ?? Number.NaN, frames: sorted.length }
}

/** The run whose 95th part is the shortest: what the page can do when the machine lets it. */
export function bestOf(runs: readonly Frames[]): Frames {
  const [best] = runs.toSorted((a, b) => a.p95 - b.p95)
  if (!best) throw new Error('nothing was measured')
  return best
}
