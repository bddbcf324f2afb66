import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'

/** What a first visit loads, in bytes of scripts after gzip. */
export interface FirstLoad {
  /** Scripts that were asked for before anything was painted. */
  readonly paint: number
  /** Scripts that were there when the canvas took its first node. */
  readonly answer: number
  /** From the start of the visit to the moment at which the canvas answers, in milliseconds. */
  readonly ms: number
}

/** Visits the page for the first time and weighs the scripts until it can be used. */
export async function measureFirstLoad(page: Page, address: string): Promise<FirstLoad> {
  const answers: Response[] = []
  page.on('response', (answer) => answers.push(answer))
  await page.addInitScript(markCanvas)
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('.react-flow__pane').waitFor()
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    now: performance.getEntriesByName('canvas')[0]?.startTime ?? performance.now(),
    scripts: performance
      .getEntriesByType('resource')
      .filter((entry) => new URL(entry.name).pathname.endsWith('.js'))
      .map(({ name, startTime }) => ({ name, startTime })),
  }))
  const weights = new Map<string, number>()
  for (const answer of answers.filter((answer) => new URL(answer.url()).pathname.endsWith('.js'))) {
    weights.set(answer.url(), gzipSync(await answer.body()).byteLength)
  }
  const weigh = (until: number) =>
    times.scripts
      .filter(({ startTime }) => startTime <= until)
      .reduce((sum, { name }) => sum + (weights.get(name) ?? 0), 0)
  return { paint: weigh(times.paint), answer: weigh(times.now), ms: times.now }
}

/** Runs in the page: marks the moment at which the canvas is there; whoever asks from outside comes later. */
function markCanvas(): void {
  const watch = new MutationObserver(() => {
    if (!document.querySelector('.react-flow__pane')) return
    performance.mark('canvas')
    watch.disconnect()
  })
  watch.observe(document, { subtree: true, childList: true })
}
