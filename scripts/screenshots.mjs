/**
 * `npm run screenshots`: makes the pictures of the README from the designer as it is built now, light and dark,
 * into docs/pictures. Nothing is drawn by hand, so a picture never shows what the product no longer does.
 */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from './browser.mjs'
import { root } from './fingerprint.mjs'
import { findFreePort } from './free-port.mjs'
import { ensureBuilt } from './prepare.mjs'

const FOLDER = join(root, 'docs', 'pictures')
const WINDOW = { width: 1280, height: 760 }
const THEMES = ['light', 'dark']

/** What each picture shows: how to come there from an empty designer. */
const PICTURES = {
  designer: async (page) => {
    await openExample(page, 'Online shop')
    await page.locator('.react-flow__node[aria-label*="data API"]').click()
  },
  refusal: async (page) => {
    await page.keyboard.press('KeyA')
    await page.keyboard.press('KeyD')
    const nodes = page.locator('.react-flow__node')
    await nodes.nth(1).waitFor()
    await page.keyboard.press('Escape')
    await pullLink(page, nodes.nth(0), nodes.nth(1))
    await page.getByTestId('refusal-at-pointer').waitFor()
  },
  entity: async (page) => {
    await openExample(page, 'Lending')
    await page.locator('.react-flow__node[aria-label*="data API"]').click()
    await page.getByRole('button', { name: /^loan \d/ }).click()
  },
}

async function openExample(page, name) {
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
  await page.locator('.react-flow__node').first().waitFor()
}

/** Pulls a link out of a node over another one, and holds it there. */
async function pullLink(page, from, to) {
  await from.hover()
  const dot = await from.locator('.link-source').first().boundingBox()
  const target = await to.boundingBox()
  await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2)
  await page.mouse.down()
  await page.mouse.move(target.x - 40, target.y + 20, { steps: 4 })
  await page.mouse.move(target.x + target.width / 2, target.y + 40, { steps: 4 })
}

async function takePicture(browser, address, name, theme) {
  const page = await browser.newPage({
    viewport: WINDOW,
    colorScheme: theme,
    locale: 'en-US',
    deviceScaleFactor: 1.5,
  })
  await page.goto(address)
  await page.getByRole('button', { name: 'Download project' }).waitFor()
  await PICTURES[name](page)
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(FOLDER, `${name}-${theme}.png`) })
  await page.close()
}

async function waitFor(address) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await new Promise((resume) => setTimeout(resume, 200))
  }
  throw new Error(`Nothing answers at ${address}.`)
}

await ensureBuilt()
mkdirSync(FOLDER, { recursive: true })
const port = await findFreePort()
const address = `http://127.0.0.1:${port}`
const next = join(root, 'node_modules/next/dist/bin/next')
const server = spawn(process.execPath, [next, 'start', '--hostname', '127.0.0.1', '--port', String(port)], {
  cwd: root,
  stdio: 'ignore',
})
try {
  await waitFor(address)
  const browser = await chromium.launch(await findBrowser())
  for (const name of Object.keys(PICTURES)) {
    for (const theme of THEMES) await takePicture(browser, address, name, theme)
  }
  await browser.close()
  console.log(`Pictures are in ${FOLDER}`)
} finally {
  server.kill()
}
