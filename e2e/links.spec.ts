import { expect, test } from '@playwright/test'
import { boxOf, designNames, node, openDesigner, saved } from './designer'

/** Opens the first example, waits for its link and answers the fragment. */
async function openExample(page: import('@playwright/test').Page): Promise<string> {
  await openDesigner(page)
  await page.getByRole('button', { name: 'Start from an example' }).click()
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await saved(page)
  await expect.poll(() => new URL(page.url()).hash.length).toBeGreaterThan(20)
  return new URL(page.url()).hash
}

const labels = (page: import('@playwright/test').Page) =>
  page
    .locator('.react-flow__node')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label')).sort())

test('a link opens in another browser as the same design', async ({ page, browser }) => {
  const link = await openExample(page)
  const other = await (await browser.newContext()).newPage()
  await openDesigner(other, link)
  await expect(other.locator('.react-flow__node').first()).toBeVisible()
  expect(await labels(other)).toEqual(await labels(page))
  await saved(other)
  expect(new URL(other.url()).hash).toBe(link)
})

test('reloading changes nothing, with the link and without it', async ({ page }) => {
  const link = await openExample(page)
  await page.reload()
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  expect(new URL(page.url()).hash).toBe(link)
  expect(await designNames(page)).toHaveLength(1)

  await page.goto('/rules')
  await openDesigner(page)
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  expect(new URL(page.url()).hash).toBe(link)
})

test('a damaged link says so and keeps what was there', async ({ page }) => {
  const link = await openExample(page)
  const before = await labels(page)
  await page.goto('/rules')
  await openDesigner(page, `${link.slice(0, -12)}${link.slice(-6)}`)
  await expect(page.getByRole('alert').filter({ hasText: 'damaged' })).toBeVisible()
  expect(await labels(page)).toEqual(before)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect.poll(() => new URL(page.url()).hash).toBe(link)
})

test('a link pasted over a design opens as another one, and the way back is there', async ({
  page,
  browser,
}) => {
  const link = await openExample(page)
  const other = await (await browser.newContext()).newPage()
  await openDesigner(other)
  await other.keyboard.press('KeyA')
  await saved(other)
  await other.evaluate((hash) => {
    location.hash = hash
  }, link)
  await expect(node(other, /data API/)).toBeVisible()
  await other.getByRole('button', { name: 'More' }).click()
  await other.getByRole('menuitem', { name: 'Designs' }).click()
  await other.getByRole('button', { name: 'Open project' }).click()
  await expect(other.locator('.react-flow__node')).toHaveCount(1)
})

test('a move is in the link, is undone in one step, and arrow keys count as moves', async ({ page }) => {
  const link = await openExample(page)
  const api = node(page, /Business API/)
  const start = await boxOf(api)
  await page.mouse.move(start.x + 60, start.y + 20)
  await page.mouse.down()
  await page.mouse.move(start.x + 100, start.y + 120, { steps: 6 })
  await page.mouse.up()
  await expect.poll(() => new URL(page.url()).hash).not.toBe(link)
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect.poll(() => new URL(page.url()).hash).toBe(link)

  await api.focus()
  await page.keyboard.press('Enter')
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('ArrowDown')
  await expect.poll(() => new URL(page.url()).hash).not.toBe(link)
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect.poll(() => new URL(page.url()).hash).toBe(link)
})
