import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { collectFaults, node, openDesigner, saved } from './designer'

test('the first project in five minutes', async ({ page }) => {
  const faults = collectFaults(page)
  await openDesigner(page)

  await test.step('something is on the canvas with one click', async () => {
    await page.getByRole('button', { name: 'Start with one service' }).click()
    await expect(page.locator('.react-flow__node')).toHaveCount(3)
    await expect(page.getByRole('button', { name: 'Download project' })).toHaveAttribute(
      'aria-disabled',
      'false',
    )
  })

  await test.step('it gets a name of its own', async () => {
    await page.getByRole('textbox', { name: 'Project name' }).fill('library')
    await page.keyboard.press('Enter')
  })

  await test.step('the entity becomes a book', async () => {
    await node(page, /data API/).click()
    await page
      .getByRole('complementary')
      .getByRole('button', { name: /^item \d/ })
      .click()
    const inspector = page.getByRole('complementary', { name: 'Properties' })
    await inspector.getByLabel('Name', { exact: true }).fill('book')
    await expect(inspector.getByText('/books')).toBeVisible()
  })

  await test.step('a second service is copied, named and tidied', async () => {
    await node(page, /Business API/).click({ button: 'right' })
    await page.getByRole('menuitem', { name: /^Duplicate/ }).click()
    await expect(page.locator('.react-flow__node')).toHaveCount(4)
    await page.keyboard.press('F2')
    await page.keyboard.press('ControlOrMeta+KeyA')
    await page.keyboard.type('catalogue')
    await page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } })
    await page.getByRole('button', { name: 'Tidy' }).click()
    await saved(page)
  })

  await test.step('and it is downloaded, with the next steps', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('ControlOrMeta+Enter'),
    ])
    expect(download.suggestedFilename()).toBe('library.zip')
    await expect(page.getByRole('dialog')).toContainText('unzip library.zip')
    const files = Object.keys(unzipSync(readFileSync(await download.path())))
    expect(files.some((file) => file.includes('catalogue_api/'))).toBe(true)
    expect(files.some((file) => file.endsWith('tables/book.py'))).toBe(true)
  })
  expect(faults).toEqual([])
})
