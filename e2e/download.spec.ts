import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { collectFaults, node, openDesigner } from './designer'

async function openFinance(page: Page): Promise<void> {
  await openDesigner(page)
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem', { name: /^Lending/ }).click()
  await expect(node(page, /data API/)).toBeVisible()
}

test('after a download there are three ways to go on, addresses, and a checksum', async ({ page }) => {
  const faults = collectFaults(page)
  await openFinance(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+Enter')])
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('make up')
  await expect(dialog.getByRole('link', { name: 'http://127.0.0.1:8000/docs' })).toBeVisible()
  const sum = createHash('sha256')
    .update(readFileSync(await download.path()))
    .digest('hex')
  await expect(dialog).toContainText(sum)
  await dialog.getByRole('radio', { name: 'With Docker alone' }).click()
  await expect(dialog).toContainText(
    'docker compose --file docker-compose.dev.yml up --build --detach --wait',
  )
  await dialog.getByRole('radio', { name: 'Without Docker' }).click()
  await expect(dialog).toContainText('python -m finance_lending_api')
  await expect(dialog.getByRole('button', { name: /^Copy: uv sync/ })).toBeVisible()
  expect(faults).toEqual([])
})

test('the reasons against a download are reached by keyboard, and lead to the first problem', async ({
  page,
}) => {
  await openFinance(page)
  await node(page, /^PostgreSQL, PostgreSQL/).click()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+Enter')
  const reasons = page.getByRole('dialog', { name: 'Why it cannot be downloaded' })
  await expect(reasons.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(reasons).toHaveCount(0)
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(1)
})

test('what cannot be built yet stands apart from errors', async ({ page }) => {
  await openDesigner(page)
  await page.keyboard.press('KeyB')
  const button = page.getByRole('button', { name: 'Download project' })
  await expect(button).toHaveAttribute('aria-description', /cannot be downloaded yet/)
  await button.focus()
  await page.keyboard.press('Enter')
  const reasons = page.getByRole('dialog', { name: 'Why it cannot be downloaded' })
  await expect(reasons).toContainText('Topoforge cannot build them so far')
  await expect(reasons).not.toContainText('to fix before')
})
