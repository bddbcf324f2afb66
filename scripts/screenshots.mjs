/**
 * `npm run screenshots`: makes the pictures of the README from the designer as it is built now, light and dark,
 * into docs/pictures. Nothing is drawn by hand, so a picture never shows what the product no longer does.
 */
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from './browser.mjs'
import { root } from './fingerprint.mjs'
import { PICTURES } from './pictures.mjs'
import { ensureBuilt } from './prepare.mjs'
import { serve } from './serve.mjs'

const FOLDER = join(root, 'docs', 'pictures')
const WINDOW = { width: 1200, height: 712 }
/** A picture is looked at on the way; it may not make the repository heavy. */
const MOST_KB = 150
const THEMES = ['light', 'dark']

async function takePicture(browser, address, name, theme) {
  const { at = '/', window = WINDOW, go } = PICTURES[name]
  const page = await browser.newPage({ viewport: window, colorScheme: theme, locale: 'en-US' })
  await page.goto(address + at)
  if (at === '/') await page.getByRole('button', { name: 'Download project' }).waitFor()
  await go?.(page)
  await page.waitForTimeout(700)
  const path = join(FOLDER, `${name}-${theme}.png`)
  await page.screenshot({ path })
  await page.close()
  const size = Math.round(statSync(path).size / 1024)
  if (size > MOST_KB) throw new Error(`${path} has ${size} kB; ${MOST_KB} is the most.`)
}

await ensureBuilt()
mkdirSync(FOLDER, { recursive: true })
const { address, close } = await serve()
try {
  const browser = await chromium.launch(await findBrowser())
  // Names of screens as arguments take only those.
  const wanted = process.argv.slice(2)
  for (const name of wanted.length > 0 ? wanted : Object.keys(PICTURES)) {
    for (const theme of THEMES) await takePicture(browser, address, name, theme)
  }
  await browser.close()
  console.log(`Pictures are in ${FOLDER}`)
} finally {
  await close()
}
