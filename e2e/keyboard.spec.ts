import { expect, type Page, test } from '@playwright/test'
import { node, openDesigner } from './designer'

/** Presses Tab until the control of this name has the focus: who has no mouse has to come there. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 120; steps += 1) {
    const words = await page.evaluate(() => {
      const element = document.activeElement
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : ''
      return [element?.getAttribute('aria-label'), label, element?.textContent].filter(Boolean).join(' ')
    })
    if (name.test(words)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not come to ${name}.`)
}

test('a whole project is designed, connected, repaired and downloaded without a mouse', async ({ page }) => {
  await openDesigner(page)
  const nodes = page.locator('.react-flow__node')
  const line = (name: RegExp) => page.getByRole('treeitem', { name })

  await test.step('nodes by letters', async () => {
    await page.keyboard.press('KeyA')
    await page.keyboard.press('KeyP')
    await expect(nodes).toHaveCount(3)
  })

  await test.step('connected in the outline', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+KeyO')
    await expect(page.getByRole('tree')).toBeFocused()
    await page.keyboard.type('orders')
    await expect(line(/orders_api/)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Shift+KeyK')
    await expect(page.getByRole('dialog')).toContainText('project_orders_api')
    await page.keyboard.type('data_api')
    await page.keyboard.press('Enter')
    await expect(page.locator('.react-flow__edge')).toHaveCount(2)
    await expect(page.getByRole('tree')).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(line(/^calls/)).toBeVisible()
  })

  await test.step('an entity and its fields in the inspector', async () => {
    await page.keyboard.press('ControlOrMeta+KeyK')
    await page.keyboard.type('data_api')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /data_api/ })).toBeVisible()
    await tabTo(page, /^Add an entity/)
    await page.keyboard.press('Enter')
    await tabTo(page, /^Name$/, 'Shift+Tab')
    await page.keyboard.press('ControlOrMeta+KeyA')
    await page.keyboard.type('invoice')
    await expect(page.getByText('/invoices')).toBeVisible()
  })

  await test.step('broken, and repaired from the list of problems', async () => {
    await page.keyboard.press('ControlOrMeta+KeyK')
    await page.keyboard.type('outline')
    await page.keyboard.press('Enter')
    if (!(await page.getByRole('tree').isVisible())) await page.keyboard.press('ControlOrMeta+Shift+KeyO')
    await page.getByRole('tree').focus()
    await page.keyboard.press('End')
    await expect(line(/^PostgreSQL/)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Delete')
    await expect(nodes).toHaveCount(2)
    await expect(page.getByRole('button', { name: 'Download project' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await page.keyboard.press('ControlOrMeta+Shift+KeyM')
    await tabTo(page, /^Fix all safe/)
    await page.keyboard.press('Enter')
    await expect(nodes).toHaveCount(3)
  })

  await test.step('tidied and downloaded', async () => {
    await page.keyboard.press('Shift+Alt+KeyT')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('ControlOrMeta+Enter'),
    ])
    expect(download.suggestedFilename()).toBe('project.zip')
    await expect(page.getByRole('dialog')).toContainText('make up')
  })
})

test('copies go to another design by the clipboard, and what is foreign does nothing', async ({ page }) => {
  await openDesigner(page)
  await page.getByRole('button', { name: 'Start from an example' }).click()
  const nodes = page.locator('.react-flow__node')
  await expect(nodes.first()).toBeVisible()
  const count = await nodes.count()
  await page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } })
  await page.keyboard.press('ControlOrMeta+KeyA')
  await page.keyboard.press('ControlOrMeta+KeyC')
  await page.keyboard.press('ControlOrMeta+KeyK')
  await page.keyboard.type('new design')
  await page.keyboard.press('Enter')
  await expect(nodes).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+KeyV')
  await expect(nodes).toHaveCount(count)
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect(nodes).toHaveCount(0)

  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '<b>hello</b> {"a": 1}')
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(page.getByText('no part of a design')).toBeVisible()
  await expect(nodes).toHaveCount(0)
})

test('menus open by the keyboard on what has the focus', async ({ page }) => {
  await openDesigner(page)
  await page.keyboard.press('KeyA')
  const api = node(page, /Business API/)
  await api.focus()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: /^Rename/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('F2')
  await expect(page.getByLabel('Domain')).toBeFocused()
})

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
