import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser.mjs'
import { findFreePort } from './scripts/free-port.mjs'

// The first process chooses; the workers, which read this file again, get the same answers by the environment.
process.env.TOPOFORGE_TEST_PORT ??= String(await findFreePort())
const port = Number(process.env.TOPOFORGE_TEST_PORT)
const browser = await findBrowser()

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/browser-tests',
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.TOPOFORGE_TEST_REPORT
    ? [['list'], ['json', { outputFile: process.env.TOPOFORGE_TEST_REPORT }]]
    : 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: browser,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    permissions: [],
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  webServer: {
    command: `node node_modules/next/dist/bin/next start --hostname 127.0.0.1 --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    env: { NEXT_TELEMETRY_DISABLED: '1' },
    reuseExistingServer: false,
    timeout: 60_000,
  },
})
