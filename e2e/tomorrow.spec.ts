import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'
import { designNames, domain, kill, node, openDesigner, openHistory, projectName, saved } from './designer'

test('come back tomorrow: the design, its history and its checkpoints are there', async ({
  page,
  context,
}) => {
  await openDesigner(page)
  await page.keyboard.press('KeyA')
  await expect(node(page, /Business API/)).toBeVisible()
  await domain(page).fill('lending')
  await domain(page).blur()

  await test.step('a checkpoint by hand', async () => {
    await openHistory(page)
    await page.getByLabel('Name of the checkpoint').fill('Before lunch')
    await page.getByRole('button', { name: 'Make a checkpoint' }).click()
    await page.keyboard.press('Escape')
  })
  await projectName(page).fill('finance')
  await projectName(page).blur()
  await saved(page)
  await page.close()

  const tomorrow = await context.newPage()
  await openDesigner(tomorrow)
  await expect(projectName(tomorrow)).toHaveValue('finance')

  await test.step('the steps have names, and can be gone through', async () => {
    await openHistory(tomorrow)
    const steps = tomorrow.getByRole('button', { name: /^Go to/ })
    await expect(steps).toHaveCount(4)
    await expect(steps.first()).toHaveText(/Rename project to finance/)
    await expect(steps.nth(1)).toHaveText(/Rename orders to lending/)
    await expect(steps.nth(2)).toHaveText(/Add Business API/)
    await steps.nth(2).click()
    await expect(tomorrow.locator('[aria-current="step"]')).toHaveText(/Add Business API/)
  })

  await test.step('the checkpoint is restored, and that can be undone', async () => {
    await tomorrow.getByRole('button', { name: 'Restore: Before lunch' }).click()
    await expect(tomorrow.locator('[aria-current="step"]')).toHaveText(/Restore: Before lunch/)
    await tomorrow.keyboard.press('Escape')
    await expect(node(tomorrow, /project_lending_api/)).toBeVisible()
    await tomorrow.keyboard.press('ControlOrMeta+KeyZ')
    await expect(node(tomorrow, /project_orders_api/)).toBeVisible()
  })
})

test('a design that is deleted goes, and comes back', async ({ page }) => {
  await openDesigner(page)
  await page.getByRole('button', { name: 'Start from an example' }).click()
  await saved(page)
  await page.locator('.react-flow__pane').click({ position: { x: 40, y: 40 } })
  await page.keyboard.press('ControlOrMeta+KeyO')
  await page.getByRole('button', { name: /^Open finance/ }).focus()
  await page.keyboard.press('Delete')
  await expect(page.getByText('Nothing is kept here yet')).toBeVisible()
  await page.getByRole('button', { name: /^Bring back/ }).click()
  await page.getByRole('button', { name: /^Open finance/ }).click()
  await expect(node(page, /data API/)).toBeVisible()
})

test.describe('a tab that dies', () => {
  for (const [when, pause] of [
    ['at once', 0],
    ['a second later', 1000],
  ] as const) {
    test(`${when} after an edit loses nothing`, async ({ page, context }) => {
      await openDesigner(page)
      await page.keyboard.press('KeyA')
      await saved(page)
      await projectName(page).fill('written_last')
      if (pause > 0) await page.waitForTimeout(pause)
      await kill(page)
      const other = await context.newPage()
      await openDesigner(other)
      await expect(projectName(other)).toHaveValue('written_last')
      await expect(node(other, /Business API/)).toBeVisible()
      await other.locator('.react-flow__pane').click({ position: { x: 40, y: 40 } })
      await other.keyboard.press('ControlOrMeta+KeyZ')
      await expect(projectName(other)).toHaveValue('project')
      await expect.poll(() => designNames(other)).toEqual(['project'])
    })
  }

  test('before anything was saved loses nothing either', async ({ page, context }) => {
    await openDesigner(page)
    await page.keyboard.press('KeyA')
    await kill(page)
    const other = await context.newPage()
    await openDesigner(other)
    await expect(node(other, /Business API/)).toBeVisible()
  })

  test('with the whole browser, a second after an edit, loses nothing', async ({ baseURL }) => {
    const folder = mkdtempSync(join(tmpdir(), 'topoforge-'))
    const start = async (): Promise<{ context: BrowserContext; page: Page }> => {
      const options = { ...(await findBrowser()), ...(baseURL ? { baseURL } : {}) }
      const context = await chromium.launchPersistentContext(folder, options)
      return { context, page: await context.newPage() }
    }
    try {
      const first = await start()
      await openDesigner(first.page)
      await first.page.keyboard.press('KeyA')
      await projectName(first.page).fill('written_last')
      await first.page.waitForTimeout(1000)
      await crashBrowser(first.context)
      const second = await start()
      await openDesigner(second.page)
      await expect(projectName(second.page)).toHaveValue('written_last')
      await second.context.close()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

test('without a connection the drawing stays, and what could not be loaded is said', async ({
  page,
  context,
}) => {
  await openDesigner(page)
  await page.getByRole('button', { name: 'Examples' }).click()
  await context.setOffline(true)
  await page.getByRole('menuitem', { name: /^Clinic/ }).click()
  await expect(page.getByText('No connection: a part of Topoforge could not be loaded')).toBeVisible()
  await page.locator('.react-flow__pane').click({ position: { x: 40, y: 40 } })
  await page.keyboard.press('KeyA')
  await expect(node(page, /Business API/)).toBeVisible()

  await test.step('what does not come hides nothing that is there', async () => {
    await page.getByRole('button', { name: /^Problems/ }).click()
    await page.getByText('Outline', { exact: true }).click()
    await expect(page.getByText('No connection: a part of Topoforge could not be loaded')).toBeVisible()
    await expect(node(page, /Business API/)).toBeVisible()
  })
  await context.setOffline(false)
  await expect(page.getByText('The connection is back')).toBeVisible()
  await expect(node(page, /Business API/)).toBeVisible()
})

/** Ends the browser as a power cut would: without a word to its pages. */
async function crashBrowser(context: BrowserContext): Promise<void> {
  const [page] = context.pages()
  if (!page) throw new Error('There is no page.')
  const session = await context.newCDPSession(page)
  const gone = new Promise((resolve) => context.once('close', resolve))
  await session.send('Browser.crash').catch(() => undefined)
  await gone
}

test.describe('storage', () => {
  test('that is full is said, a file can be saved, and room makes all well again', async ({ page }) => {
    await page.addInitScript(() => {
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = function (...given) {
        if (document.title === 'full') throw new DOMException('full', 'QuotaExceededError')
        return put.apply(this, given)
      }
    })
    const setRoom = (isFull: boolean) =>
      page.evaluate((title) => void Object.assign(document, { title }), isFull ? 'full' : 'Topoforge')
    await openDesigner(page)
    await page.keyboard.press('KeyA')
    await saved(page)
    await setRoom(true)
    await projectName(page).fill('no_room')
    await projectName(page).blur()
    const banner = page.getByRole('alert').filter({ hasText: 'no room left' })
    await expect(banner).toBeVisible()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      banner.getByRole('button', { name: 'Save a file' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('no_room.topology.json')
    await setRoom(false)
    await projectName(page).fill('room_again')
    await saved(page)
    await expect(banner).toBeHidden()
  })

  test('that is forbidden is said, and the last state survives a reload', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
    })
    await openDesigner(page)
    await page.keyboard.press('KeyA')
    await expect(page.getByRole('alert').filter({ hasText: 'allows no storage' })).toBeVisible()
    await projectName(page).fill('kept_all_the_same')
    await page.goto('/rules')
    await openDesigner(page)
    await expect(projectName(page)).toHaveValue('kept_all_the_same')
    await page.keyboard.press('ControlOrMeta+KeyO')
    await expect(page.getByText('This browser keeps no designs')).toBeVisible()
  })
})
