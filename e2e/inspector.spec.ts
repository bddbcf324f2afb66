import { expect, type Page, test } from '@playwright/test'
import { collectFaults, node, openDesigner } from './designer'

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Properties' })
const names = (page: Page) =>
  inspector(page)
    .getByLabel('Name of the field')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))

/** Presses a button of the inspector by the keyboard. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await inspector(page).getByRole('button', { name }).first().focus()
  await page.keyboard.press('Enter')
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((written) => navigator.clipboard.writeText(written), text)
  await page.keyboard.press('ControlOrMeta+KeyV')
}

/** Adds a node by its key while the canvas has the focus. */
async function add(page: Page, key: string): Promise<void> {
  await page.locator('.react-flow__node').first().focus()
  await page.keyboard.press(key)
}

test('an entity, a message from it, a use case and a schedule are made by keyboard', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const faults = collectFaults(page)
  await openDesigner(page)
  await page.keyboard.press('KeyP')

  await test.step('fields of an entity by paste, as one step', async () => {
    await press(page, 'Add an entity')
    await expect(inspector(page).getByLabel('Name', { exact: true })).toBeFocused()
    await page.keyboard.type('loan')
    await inspector(page).getByLabel('Add a field').focus()
    await paste(page, 'email: email!, amount: decimal(10,2)?\nstatus: open|closed, who: nonsense')
    await expect.poll(() => names(page)).toEqual(['title', 'email', 'amount', 'status'])
    await expect(inspector(page).getByLabel('Add a field')).toHaveValue('who: nonsense')
    await expect(inspector(page)).toContainText('no such type')
    await expect(inspector(page)).toContainText('open, closed')
    await inspector(page).getByLabel('Add a field').fill('')
  })

  await test.step('the keys go between cells as in a spreadsheet', async () => {
    await inspector(page).getByLabel('Name of the field').nth(1).focus()
    await page.keyboard.press('Enter')
    await expect(inspector(page).getByLabel('Name of the field').nth(2)).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.type('int')
    await page.keyboard.press('Enter')
    await expect(inspector(page).getByRole('button', { name: 'Type: integer' })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(inspector(page).getByRole('button', { name: 'Type: one of' })).toBeFocused()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => names(page)).toEqual(['title', 'email', 'status', 'amount'])
    await inspector(page).getByLabel('Name of the field').nth(3).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('due_on')
    await page.keyboard.press('Tab')
    await expect(inspector(page).getByRole('button', { name: 'Type: date' })).toBeFocused()
    await page.keyboard.press('ControlOrMeta+Backspace')
    await expect.poll(() => names(page)).toEqual(['title', 'email', 'status', 'amount'])
    await page.keyboard.press('Escape')
    await expect(inspector(page).getByRole('button', { name: /^loan/ })).toBeFocused()
  })

  await test.step('a queue carries an event of the entity', async () => {
    await add(page, 'KeyQ')
    await press(page, 'Add a message')
    await page.keyboard.type('loan.cr')
    await page.keyboard.press('Enter')
    await expect(inspector(page).getByRole('heading', { name: 'loan.created' })).toBeVisible()
    await expect.poll(() => names(page)).toEqual(['id', 'title', 'email', 'status', 'amount'])
    await expect(inspector(page)).toContainText('project.events')
    await page.keyboard.press('Escape')
    await expect(
      inspector(page)
        .getByRole('button', { name: /loan\.created/ })
        .first(),
    ).toBeFocused()
  })

  await test.step('a use case', async () => {
    await add(page, 'KeyA')
    await press(page, 'Add a use case')
    await expect(inspector(page).getByLabel('Name', { exact: true })).toBeFocused()
    await page.keyboard.type('apply_for_loan')
    await expect(inspector(page).getByLabel('Path')).toHaveValue('/apply-for-loan')
    await expect(inspector(page)).toContainText('/api/v1/apply-for-loan')
  })

  await test.step('a schedule', async () => {
    await add(page, 'KeyW')
    await press(page, 'Add a schedule')
    await page.keyboard.type('remind')
    await inspector(page).getByLabel('When (cron)').fill('0 6 * * 1')
    await expect(inspector(page)).toContainText(/Next: Mon/)
    await press(page, /^Time zone/)
    await page.keyboard.type('berl')
    await page.keyboard.press('Enter')
    await expect(inspector(page).getByRole('button', { name: /Europe\/Berlin/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(inspector(page).getByRole('button', { name: /^remind/ })).toBeFocused()
  })
  expect(faults).toEqual([])
})

test('a control refuses what the format refuses, and says why', async ({ page }) => {
  await openDesigner(page)
  await page.keyboard.press('KeyA')
  const port = inspector(page).getByLabel('Port')
  await port.fill('-1')
  await expect(inspector(page)).toContainText('Not less than 0')
  await port.fill('80.5')
  await expect(inspector(page)).toContainText('A whole number is needed')
  await port.fill('8011')
  await expect(inspector(page)).toContainText('http://localhost:8011')
  await press(page, 'Words for people')
  const label = inspector(page).getByLabel('Label')
  await label.fill('x'.repeat(2001))
  await expect(inspector(page)).toContainText('At most 2,000 characters')
  await label.blur()
  await expect(label).toHaveValue('')
})

test('what is deleted comes back by undo', async ({ page }) => {
  await openDesigner(page)
  await page.keyboard.press('KeyA')
  await press(page, 'Add a use case')
  // The name of what is new takes the focus, a moment after it is there.
  await expect(inspector(page).getByLabel('Name', { exact: true })).toBeFocused()
  await press(page, 'Delete')
  await expect(inspector(page).getByText('Operations that are more than CRUD')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(inspector(page).getByRole('button', { name: /run_use_case/ })).toBeVisible()
  await expect(node(page, /Business API/)).toBeVisible()
})
