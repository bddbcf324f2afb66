import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { collectFaults, node, openDesigner } from './designer'

async function openFinance(page: Page): Promise<void> {
  await openDesigner(page)
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem', { name: /^Lending/ }).click()
  await expect(node(page, /data API/)).toBeVisible()
}

const code = (page: Page) => page.getByRole('listbox', { name: /^Code of/ })
const files = (page: Page) => page.getByRole('region', { name: 'Files of the download' })

// The tree shows only what has room: here all files of one entity have it.
test.use({ viewport: { width: 1440, height: 1800 } })

test('the files are read by keyboard, lead to the drawing, and show what an edit changes', async ({
  page,
}) => {
  const faults = collectFaults(page)
  await openFinance(page)

  await test.step('they open by keyboard, and the tree has the focus', async () => {
    await page.keyboard.press('Control+Space')
    // The generator's scripts come with the first time; a busy machine takes its time.
    await expect(page.getByRole('tree')).toBeFocused({ timeout: 30_000 })
    await expect(page.getByRole('treeitem', { name: /^services/ })).toBeVisible()
    await expect(files(page)).toContainText(/\d+ files/)
  })

  await test.step('arrows open and close folders', async () => {
    const contracts = page.getByRole('treeitem', { name: /^contracts/ })
    await page.keyboard.press('Home')
    await page.keyboard.press('c')
    await page.keyboard.press('ArrowRight')
    await expect(contracts).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('ArrowLeft')
    await expect(contracts).toHaveAttribute('aria-expanded', 'false')
  })

  await test.step('a search finds text, and Enter goes into the file', async () => {
    await page.keyboard.press('Control+KeyF')
    await page.keyboard.type('create_loans()')
    await expect(page.getByText('Found in 1 file')).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expect(code(page)).toBeFocused()
    await expect(page.getByRole('option', { name: /def create_loans/ })).toBeVisible()
  })

  await test.step('the code has its colours', async () => {
    await expect(code(page).locator('.text-code-keyword').first()).toBeVisible()
    await expect(code(page).locator('.text-code-string').first()).toBeVisible()
  })

  await test.step('a line leads to its entity on the canvas', async () => {
    const line = page.getByRole('option', { name: 'create_loans()' }).first()
    await line.locator('[data-cause]').click()
    const inspector = page.getByRole('complementary', { name: 'Properties' })
    await expect(inspector.getByRole('heading', { name: 'loan', exact: true })).toBeVisible()
    await expect(page.locator('.react-flow__node.selected')).toHaveCount(1)
  })

  await test.step('the entity leads to its files', async () => {
    await page.getByRole('searchbox').fill('')
    await page.getByRole('radio', { name: 'From loan' }).click()
    await expect(page.getByRole('treeitem', { name: /^loan\.py/ }).first()).toBeVisible()
    await expect(page.getByRole('treeitem', { name: /^user\.py/ })).toHaveCount(0)
  })

  await test.step('an edit is told as a difference', async () => {
    const inspector = page.getByRole('complementary', { name: 'Properties' })
    const field = inspector.locator('input[value="amount"]').first()
    await field.fill('total')
    await expect(page.getByRole('radio', { name: /^Changed \([1-9]/ })).toBeVisible()
    await page.getByRole('radio', { name: /^Changed/ }).click()
    await page
      .getByRole('treeitem', { name: /^loan\.py/ })
      .first()
      .click()
    await page.getByRole('radio', { name: 'Changes' }).click()
    await expect(code(page).locator('.bg-error-soft').first()).toContainText('amount')
    await expect(code(page).locator('.bg-ok-soft').first()).toContainText('total')
  })

  await test.step('one file is downloaded as it is shown', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download this file' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('loan.py')
    expect(readFileSync(await download.path(), 'utf8')).toContain('total')
  })

  await test.step('Escape puts them away', async () => {
    await page.getByRole('tree').focus()
    // The first Escape may put away the hint of the button that the pointer is still over.
    await expect(async () => {
      await page.keyboard.press('Escape')
      await expect(files(page)).toHaveCount(0, { timeout: 1000 })
    }).toPass()
  })

  expect(faults).toEqual([])
})

test('an error is named with its repair, and the last good files stay', async ({ page }) => {
  const faults = collectFaults(page)
  await openFinance(page)
  await page.keyboard.press('Shift+Alt+KeyE')
  await expect(page.getByRole('tree')).toBeVisible({ timeout: 30_000 })
  await node(page, /^PostgreSQL, PostgreSQL/).click()
  await page.keyboard.press('Delete')
  await expect(files(page)).toContainText('The design has 1 error')
  await expect(files(page)).toContainText('the design as it was before')
  await expect(page.getByRole('tree')).toBeVisible()
  await files(page)
    .getByRole('button', { name: /Add PostgreSQL/ })
    .click()
  await expect(files(page)).not.toContainText('The design has 1 error')
  expect(faults).toEqual([])
})

test('what cannot be built yet is named, and no error', async ({ page }) => {
  await openDesigner(page)
  await page.keyboard.press('KeyB')
  await page.keyboard.press('Control+Space')
  await expect(files(page)).toContainText('cannot be built yet')
  await expect(files(page)).toContainText('Nothing is wrong with them')
  await expect(page.getByRole('tree')).toHaveCount(0)
})

test('on a phone the list and the file take turns', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 })
  await openDesigner(page)
  await page.getByRole('button', { name: 'Start from an example' }).click()
  await page.getByRole('button', { name: 'Explore the files' }).click()
  await page.getByRole('treeitem', { name: /README/ }).click()
  await expect(code(page)).toBeVisible()
  await expect(page.getByRole('tree')).toBeHidden()
  await page.getByRole('button', { name: 'Back to the list' }).click()
  await expect(page.getByRole('tree')).toBeVisible()
})

test('who looks at the files before anything is drawn can draw all the same', async ({ page }) => {
  const faults = collectFaults(page)
  await openDesigner(page)
  await page.keyboard.press('Control+Space')
  await expect(page.getByText('Draw something, and its files appear here.')).toBeVisible()
  // The canvas is looked at anew once it has its new size.
  await page.waitForTimeout(500)
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Business API/ })
    .click()
  await expect(node(page, /Business API/)).toBeInViewport()
  expect(faults).toEqual([])
})
