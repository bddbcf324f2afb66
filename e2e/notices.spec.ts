import { expect, type Page, test } from '@playwright/test'
import { boxOf, node, openDesigner, saved } from './designer'

const notices = (page: Page) => page.locator('[data-notices] > *')

test('notices are two at most, equal ones are one, and none covers a control', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', { value: async () => undefined })
  })
  await openDesigner(page)
  await page.getByRole('button', { name: 'Start from an example' }).click()
  await saved(page)
  await page.getByRole('button', { name: 'Share' }).click()
  for (let times = 0; times < 3; times += 1) await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(notices(page)).toHaveCount(1)
  await expect(notices(page)).toContainText('×3')
  const notice = await boxOf(notices(page))
  const controls = page.locator('[data-zoom], [data-overview], header, [data-inspector], nav')
  for (const control of await controls.all()) {
    const box = await control.boundingBox()
    if (!box || box.width === 0) continue
    const isApart =
      box.x >= notice.x + notice.width ||
      box.x + box.width <= notice.x ||
      box.y >= notice.y + notice.height ||
      box.y + box.height <= notice.y
    expect(isApart).toBe(true)
  }
})

test('a notice that is dismissed by the keyboard leaves it to the drawing', async ({ page }) => {
  await openDesigner(page)
  await page.getByRole('button', { name: 'Start from an example' }).click()
  await node(page, /data API/).click()
  const form = page.getByRole('complementary', { name: 'Properties' })
  await form.getByRole('button', { name: /^loan \d/ }).click()
  await form.getByRole('button', { name: 'Delete', exact: true }).first().click()
  const dismiss = page.getByRole('button', { name: 'Dismiss' })
  await dismiss.focus()
  await page.keyboard.press('Enter')
  await expect(notices(page)).toHaveCount(0)
  await expect(page.locator('#canvas:focus, #canvas :focus')).toHaveCount(1)
})

test('undo and redo say what they undo and redo, in both languages', async ({ page }) => {
  await openDesigner(page)
  await page.keyboard.press('KeyA')
  await page.keyboard.press('KeyW')
  await expect(node(page, /Worker/)).toBeVisible()
  const undo = page.getByRole('button', { name: /^Undo: / })
  await expect(undo).toHaveAccessibleName(/^Undo: Add Worker/)
  await undo.click()
  await expect(page.getByRole('button', { name: /^Redo: / })).toBeVisible()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitemradio', { name: 'Русский' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Отменить: / })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Повторить: / })).toBeVisible()
})
