import { expect, type Page, test } from '@playwright/test'
import { encodeLink } from '@/lib/share/link'
import type { Topology } from '@/lib/topology/model/topology'
import story from '@/scripts/finance-story.topology.json' with { type: 'json' }
import { boxOf, openDesigner } from './designer'

async function openStory(page: Page): Promise<void> {
  await openDesigner(page, `#${encodeLink(story as unknown as Topology)}`)
  await expect(page.locator('.react-flow__node-design').first()).toBeVisible()
}

/** How far a node may be from the way of the hand: it begins to move a little later, and stands on the grid. */
const OFF = 36

/** All lines of the drawing, as they are drawn. */
const lines = (page: Page) =>
  page.locator('.link-path').evaluateAll((paths) => paths.map((path) => path.getAttribute('d')).join())

test('a node follows the hand with its lines, stays where it is dropped, and one step takes it back', async ({
  page,
}) => {
  await openStory(page)
  const api = page
    .locator('.react-flow__node')
    .and(page.getByLabel(/^Business API/))
    .first()
  const before = await boxOf(api)
  const drawn = await lines(page)
  const start = { x: before.x + before.width / 2, y: before.y + before.height / 2 }
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 20, start.y + 20)
  await page.mouse.move(start.x + 120, start.y + 60, { steps: 6 })
  await expect.poll(async () => Math.abs((await boxOf(api)).x - before.x - 120)).toBeLessThan(OFF)
  const held = await lines(page)
  expect(held).not.toBe(drawn)
  await page.mouse.move(start.x + 40, start.y + 150, { steps: 6 })
  await expect.poll(async () => Math.abs((await boxOf(api)).y - before.y - 150)).toBeLessThan(OFF)
  await expect.poll(() => lines(page)).not.toBe(held)
  const last = await boxOf(api)
  await page.mouse.up()
  await expect(page.getByRole('button', { name: /^Undo/ }).first()).toBeEnabled()
  expect(await boxOf(api)).toEqual(last)
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect.poll(() => boxOf(api)).toEqual(before)
  await expect.poll(() => lines(page)).toBe(drawn)
})

test('the overview moves the view by dragging, and zooms it by the wheel', async ({ page }) => {
  await openStory(page)
  const overview = page.getByRole('img', { name: 'Overview' })
  const box = await boxOf(overview)
  const view = () => page.locator('.react-flow__viewport').evaluate((one: HTMLElement) => one.style.transform)
  const zoom = () => page.locator('[data-zoom]').textContent()
  const [before, size] = [await view(), await zoom()]
  await page.mouse.move(box.x + 70, box.y + 50)
  await page.mouse.down()
  await page.mouse.move(box.x + 90, box.y + 60, { steps: 3 })
  await page.mouse.up()
  await expect.poll(view).not.toBe(before)
  expect(await zoom()).toBe(size)
  await page.mouse.wheel(0, -120)
  await expect.poll(zoom).not.toBe(size)
})
