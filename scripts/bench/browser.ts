import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { encodeLink } from '@/lib/share/link'
import { findBrowser } from '../browser.mjs'
import { root } from '../fingerprint.mjs'
import { findFreePort } from '../free-port.mjs'
import { ensureBuilt } from '../prepare.mjs'
import { crowdedDesign } from './browser-design'
import { bestOf, type Frames, recordFrames } from './browser-frames'
import { measureFirstLoad } from './browser-scripts'
import { typed } from './browser-typing'

const NODES = 500
const RUNS = 3
const STEPS = 60
const WINDOW = { width: 1440, height: 900 }

/** What was measured in the browser: a name, and what it says. */
export interface BrowserFigure {
  readonly name: string
  readonly value: string
  readonly target: string
}

/** Measures the production build in a headless browser: first load, first render, panning and dragging. */
export async function measureBrowser(): Promise<readonly BrowserFigure[]> {
  await ensureBuilt()
  const port = await findFreePort()
  const address = `http://127.0.0.1:${port}`
  const server = startServer(port)
  const browser = await chromium.launch(await findBrowser())
  try {
    await waitFor(address)
    return [...(await loadFigures(browser, address)), ...(await crowdFigures(browser, address))]
  } finally {
    await browser.close()
    server.kill()
  }
}

function startServer(port: number): ChildProcess {
  const next = join(root, 'node_modules/next/dist/bin/next')
  return spawn(process.execPath, [next, 'start', '--hostname', '127.0.0.1', '--port', String(port)], {
    cwd: root,
    stdio: 'ignore',
  })
}

async function waitFor(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answered = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answered) return
    await new Promise((resume) => setTimeout(resume, 200))
  }
  throw new Error(`Nothing answers at ${address}.`)
}

async function loadFigures(browser: Browser, address: string): Promise<readonly BrowserFigure[]> {
  const page = await browser.newPage({ viewport: WINDOW })
  const load = await measureFirstLoad(page, address)
  await page.close()
  const kb = (bytes: number) => `${Math.round(bytes / 1024)} kB gz`
  return [
    { name: 'scripts until the first paint', value: kb(load.paint), target: '≤ 160 kB gz' },
    {
      name: 'scripts until the canvas answers',
      value: `${kb(load.answer)}, ${Math.round(load.ms)} ms`,
      target: '≤ 260 kB gz',
    },
  ]
}

async function crowdFigures(browser: Browser, address: string): Promise<readonly BrowserFigure[]> {
  const floor = await measureFloor(browser)
  const { page, times } = await measureRender(browser, address)
  const all = times.map((time) => Math.round(time)).join(', ')
  const figures: BrowserFigure[] = [
    {
      name: `first render of ${NODES} nodes`,
      value: `${Math.round(Math.min(...times))} ms (${all})`,
      target: '≤ 250 ms',
    },
  ]
  const judged = await countJudged(page)
  for (const [name, work] of Object.entries(WORKS)) {
    const frames = bestOf(await repeat(() => work(page)))
    figures.push({ name, value: framesInWords(frames, floor), target: 'p95 ≤ 20 ms' })
  }
  // Each drop is one edit, which is judged once; whatever is more was judged on the way.
  const drops = RUNS * 2
  figures.push({
    name: 'rules run while dragging',
    value: `${Math.max(0, (await countJudged(page)) - judged - drops)}`,
    target: '0',
  })
  await closeUp(page)
  const { median, p95, worst } = await typed(page)
  const ms = (value: number) => `${Math.round(value)} ms`
  figures.push({
    name: 'from a key in a field to its frame',
    value: `p95 ${ms(p95)}, median ${ms(median)}, worst ${ms(worst)}`,
    target: 'p95 ≤ 50 ms',
  })
  await page.close()
  return figures
}

/** Frames of a page that does nothing while the mouse moves over it as it does over the designer. */
async function measureFloor(browser: Browser): Promise<Frames> {
  const page = await browser.newPage({ viewport: WINDOW })
  await page.setContent('<p>empty</p>')
  const floor = bestOf(await repeat(() => moved(page, { x: 600, y: 400 }, 'left')))
  await page.close()
  return floor
}

/** From the address to the first frame with every node that can be seen, in a designer that stood empty. */
async function measureRender(browser: Browser, address: string): Promise<RenderedPage> {
  const link = encodeLink(crowdedDesign(NODES))
  const times: number[] = []
  for (;;) {
    const context = await browser.newContext({ viewport: WINDOW, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(address)
    await page.locator('.react-flow__pane').waitFor()
    await page.waitForTimeout(600)
    times.push(await page.evaluate(timeToRender, link))
    await page.waitForTimeout(800)
    if (times.length === RUNS) return { page, times }
    await context.close()
  }
}

interface RenderedPage {
  readonly page: Page
  readonly times: readonly number[]
}

/** Runs in the page: opens a link, answers the milliseconds until all of it that is shown was in a frame. */
async function timeToRender(link: string): Promise<number> {
  const QUIET = 500
  const start = performance.now()
  let last = start
  let drawn = false
  // A change stands in the document before its frame; it is on the screen when the frame after that begins.
  const watch = new MutationObserver(() => {
    drawn ||= document.querySelector('.react-flow__node') !== null
    last = performance.now()
    requestAnimationFrame(() =>
      requestAnimationFrame((now) => {
        last = now
      }),
    )
  })
  const canvas = document.querySelector('[data-canvas]')
  if (canvas) watch.observe(canvas, { subtree: true, childList: true, attributes: true })
  location.hash = link
  while (!drawn || performance.now() - last < QUIET) {
    if (performance.now() - start > 20_000) throw new Error('the nodes do not come')
    await new Promise((resume) => requestAnimationFrame(resume))
  }
  watch.disconnect()
  return last - start
}

const WORKS: Readonly<Record<string, (page: Page) => Promise<Frames>>> = {
  'pan, everything in view': async (page) => {
    await showAll(page)
    return panned(page)
  },
  'drag one node, everything in view': async (page) => {
    await showAll(page)
    return dragged(page)
  },
  'pan, close by': async (page) => {
    await closeUp(page)
    return panned(page)
  },
  'drag one node, close by': async (page) => {
    await closeUp(page)
    return dragged(page)
  },
}

async function showAll(page: Page): Promise<void> {
  await page.keyboard.press('Shift+Digit1')
  await page.waitForTimeout(400)
}

async function closeUp(page: Page): Promise<void> {
  await showAll(page)
  await page.mouse.move(WINDOW.width / 2, WINDOW.height / 2)
  await page.keyboard.down('Control')
  for (let turn = 0; turn < 8; turn += 1) await page.mouse.wheel(0, -120)
  await page.keyboard.up('Control')
  await page.waitForTimeout(400)
}

/** With the middle button, as by Space and the left one. */
async function panned(page: Page): Promise<Frames> {
  const start = await page.evaluate(() => {
    for (let x = 300; x < 1000; x += 9) {
      for (let y = 100; y < 800; y += 7) {
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) return { x, y }
      }
    }
    return { x: 300, y: 100 }
  })
  return moved(page, start, 'middle')
}

async function dragged(page: Page): Promise<Frames> {
  const boxes = await page.locator('.react-flow__node').evaluateAll((nodes) =>
    nodes
      .map((node) => node.getBoundingClientRect())
      .filter(({ x, y }) => x > 400 && x < 900 && y > 200 && y < 600)
      .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 })),
  )
  const start = boxes[0]
  if (!start) throw new Error('no node stands where it could be dragged')
  return moved(page, start, 'left')
}

/** Holds the mouse down and moves it to and fro, a step for each frame. */
async function moved(
  page: Page,
  start: { readonly x: number; readonly y: number },
  button: 'left' | 'middle',
): Promise<Frames> {
  await page.mouse.move(start.x, start.y)
  await page.mouse.down({ button })
  await page.mouse.move(start.x + 6, start.y + 6)
  const frames = await recordFrames(page, async () => {
    for (let step = 0; step < STEPS; step += 1) {
      const way = Math.sin((step / STEPS) * 2 * Math.PI)
      await page.mouse.move(start.x + way * 160, start.y + way * 90)
    }
  })
  await page.mouse.up({ button })
  await page.waitForTimeout(200)
  return frames
}

async function repeat(work: () => Promise<Frames>): Promise<readonly Frames[]> {
  const runs: Frames[] = []
  for (let run = 0; run < RUNS; run += 1) runs.push(await work())
  return runs
}

async function countJudged(page: Page): Promise<number> {
  return page.evaluate(() => performance.getEntriesByName('topoforge:judge').length)
}

function framesInWords({ median, p95, worst, frames }: Frames, floor: Frames): string {
  const ms = (value: number) => value.toFixed(1)
  return `p95 ${ms(p95)} ms, median ${ms(median)}, worst ${ms(worst)}, ${frames} frames, ${(p95 / floor.p95).toFixed(2)} × of an empty page`
}
