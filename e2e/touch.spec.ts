import { expect, type Page, test } from '@playwright/test'
import { boxOf, collectFaults, node, openDesigner } from './designer'
import { fingersOn } from './touch'

test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true })

const api = (page: Page) => node(page, /Business API/).first()
const menu = (page: Page) => page.getByRole('menuitem', { name: /^Connect to/ })

async function openExample(page: Page): Promise<void> {
  await openDesigner(page)
  await page.getByRole('button', { name: 'Start from an example' }).tap()
  await expect(api(page)).toBeVisible()
}

async function middleOf(page: Page) {
  const { x, y, width, height } = await boxOf(api(page))
  return { x: x + width / 2, y: y + height / 2 }
}

async function zoomTo(page: Page, percent: number): Promise<void> {
  const shown = page.locator('[data-zoom] span').first()
  const zoom = async () => Number.parseInt((await shown.textContent()) ?? '', 10)
  for (let tries = 0; tries < 12 && Math.abs((await zoom()) - percent) > percent * 0.15; tries += 1) {
    const before = await zoom()
    await page.getByRole('button', { name: before > percent ? 'Zoom out' : 'Zoom in' }).tap()
    await expect.poll(zoom).not.toBe(before)
    await page.waitForTimeout(150)
  }
}

for (const percent of [100, 60, 40, 25]) {
  test(`at ${percent} % a long press opens the menu, and it stays; taps on a node begin no link`, async ({
    page,
  }) => {
    const faults = collectFaults(page)
    await openExample(page)
    await zoomTo(page, percent)
    const fingers = await fingersOn(page)
    const before = await middleOf(page)

    await fingers.press(before)
    await expect(menu(page)).toBeVisible()
    await page.waitForTimeout(700)
    await expect(menu(page)).toBeVisible()
    expect(await middleOf(page)).toEqual(before)
    await page.keyboard.press('Escape')
    await expect(menu(page)).toHaveCount(0)

    const { x, y, width, height } = await boxOf(api(page))
    for (const part of [0.5, 0.1, 0.9]) {
      await page.touchscreen.tap(x + width * part, y + height / 2)
      await expect(page.locator('.react-flow__node.selected')).toHaveCount(1)
      await expect(page.locator('.welcome, [data-testid="connect-mode"]')).toHaveCount(0)
    }
    expect(faults).toEqual([])
  })
}

test('the menu of a long press is used by the next tap, also by the one that comes at once', async ({
  page,
}) => {
  await openExample(page)
  const fingers = await fingersOn(page)
  await fingers.press(await middleOf(page))
  await menu(page).tap()
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('a long press on the empty canvas opens its menu, and it stays', async ({ page }) => {
  await openExample(page)
  const canvas = await boxOf(page.locator('[data-canvas]'))
  const fingers = await fingersOn(page)
  await fingers.press({ x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height - 220 })
  const paste = page.getByRole('menuitem', { name: /^Paste/ })
  await expect(paste).toBeVisible()
  await page.waitForTimeout(700)
  await expect(paste).toBeVisible()
})

test('a link is pulled out of the dot beside a node by a finger', async ({ page }) => {
  await openDesigner(page)
  for (const kind of [/Business API/, /PostgreSQL data API/]) {
    await page.getByRole('button', { name: 'Nodes' }).tap()
    await page.getByRole('dialog').getByRole('button', { name: kind }).tap()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await expect(page.locator('.react-flow__edge')).toHaveCount(1)
  await api(page).tap()
  const dot = page.locator('.link-source[data-side="right"]')
  const at = await boxOf(dot)
  const body = await boxOf(api(page))
  expect(Math.round(at.width)).toBeGreaterThanOrEqual(44)
  expect(Math.round(at.height)).toBeGreaterThanOrEqual(44)
  expect(at.x).toBeGreaterThanOrEqual(body.x + body.width - 1)
  const target = await boxOf(node(page, /data API/))
  const fingers = await fingersOn(page)
  await fingers.drag(
    { x: at.x + at.width / 2, y: at.y + at.height / 2 },
    { x: target.x + target.width / 2, y: target.y + target.height / 2 },
  )
  await expect(page.locator('.react-flow__edge')).toHaveCount(2)
})

test('two fingers zoom, one pans, and neither selects or moves a node', async ({ page }) => {
  await openExample(page)
  const shown = page.locator('[data-zoom] span').first()
  const zoom = async () => Number.parseInt((await shown.textContent()) ?? '', 10)
  const canvas = await boxOf(page.locator('[data-canvas]'))
  const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height - 260 }
  const fingers = await fingersOn(page)
  const first = await zoom()
  await fingers.pinch(middle, 100, 220)
  await expect.poll(zoom).toBeGreaterThan(first * 1.5)
  const large = await zoom()
  await fingers.pinch(middle, 220, 100)
  await expect.poll(zoom).toBeLessThan(large * 0.7)
  const before = await middleOf(page)
  await fingers.drag(middle, { x: middle.x, y: middle.y - 120 })
  await expect.poll(async () => (await middleOf(page)).y).toBeLessThan(before.y - 80)
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(0)
})
