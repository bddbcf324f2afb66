import type { Page } from 'playwright-core'
import { type Frames, toFrames } from './browser-frames'

const TYPED = 'inventory_of_everything'

/** Types into a field of a service, a key after a pause as a person does; from each key to the frame that shows it. */
export async function typed(page: Page): Promise<Frames> {
  await page.locator('.react-flow__node[data-id^="api-"] .design-node').first().click({ force: true })
  const field = page.getByLabel('Domain', { exact: true })
  await field.fill('')
  await page.waitForTimeout(600)
  await page.evaluate(() => {
    const keys: number[] = []
    Object.assign(globalThis, { keys })
    const onKey = ({ timeStamp }: KeyboardEvent) =>
      requestAnimationFrame(() => {
        // What was drawn for this frame is on the screen when the task after it runs.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => keys.push(performance.now() - timeStamp)
        port2.postMessage(undefined)
      })
    addEventListener('keydown', onKey, { capture: true })
  })
  await field.pressSequentially(TYPED, { delay: 90, timeout: 120_000 })
  await page.waitForTimeout(600)
  const times = await page.evaluate(() => (globalThis as unknown as { keys: number[] }).keys)
  await page.keyboard.press('Escape')
  return toFrames(times)
}
