import { expect, test } from '@playwright/test'
import { node, openDesigner } from './designer'

test('a project is drawn without a mouse', async ({ page }) => {
  await openDesigner(page)
  await page.keyboard.press('KeyA')
  await page.keyboard.press('KeyP')
  await expect(page.locator('.react-flow__node')).toHaveCount(3)

  const api = node(page, /Business API/)
  await api.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Connect to…' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option')).toHaveCount(2)
  await expect(page.getByRole('option').nth(1)).toContainText('direct-database-access')
  await page.keyboard.press('Enter')
  await expect(page.locator('.react-flow__edge')).toHaveCount(2)
})

test('keys do nothing while somebody types', async ({ page }) => {
  await openDesigner(page)
  await page.keyboard.press('KeyA')
  const domain = page.getByLabel('Domain')
  await domain.fill('')
  await domain.pressSequentially('pad')
  await expect(page.locator('.react-flow__node')).toHaveCount(1)
  await expect(page.getByRole('heading', { name: 'project_pad_api' })).toBeVisible()
  await domain.press('Backspace')
  await expect(page.locator('.react-flow__node')).toHaveCount(1)
})

test('a name typed in one go is one step', async ({ page }) => {
  await openDesigner(page)
  await page.keyboard.press('KeyA')
  const domain = page.getByLabel('Domain')
  await domain.fill('')
  await domain.pressSequentially('lending')
  await domain.blur()
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect(page.getByLabel('Domain')).toHaveValue('orders')
})

test('a second data API of one engine is not offered, and says why', async ({ page }) => {
  await openDesigner(page)
  await page.keyboard.press('KeyP')
  const item = page.getByRole('navigation').getByRole('button', { name: /PostgreSQL data API/ })
  await expect(item).toHaveAttribute('aria-disabled', 'true')
  await expect(item).toContainText('PostgreSQL')
  await item.click({ force: true })
  await expect(page.locator('.react-flow__node')).toHaveCount(2)
})

test('an entity that others refer to can be deleted: findings stay, and undo brings it back', async ({
  page,
}) => {
  await openDesigner(page)
  await page.getByRole('button', { name: 'Start from an example' }).click()
  await node(page, /data API/).click()
  await page.getByRole('button', { name: /^user \d/ }).click()
  await page.getByRole('complementary').getByRole('button', { name: 'Delete' }).first().click()
  await expect(page.getByRole('button', { name: 'Download project' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await page.locator('.react-flow__pane').click({ position: { x: 40, y: 40 } })
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect(page.getByRole('button', { name: 'Download project' })).toHaveAttribute(
    'aria-disabled',
    'false',
  )
})
