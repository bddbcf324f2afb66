import { expect, type Locator, type Page, test } from '@playwright/test'
import { node, openDesigner, saved } from './designer'

/** What has the focus, as a locator that stays with it. */
const focused = (page: Page): Locator => page.locator(':focus')
const form = (page: Page) => page.getByRole('complementary', { name: 'Properties' })

async function openLending(page: Page): Promise<void> {
  await openDesigner(page)
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem', { name: /^Lending/ }).click()
  await expect(node(page, /data API/)).toBeVisible()
  await saved(page)
}

interface Overlay {
  readonly opens: (page: Page) => Promise<void>
  readonly dialog: string | RegExp
  readonly first: (page: Page) => Locator
}

const press = (keys: string) => (page: Page) => page.keyboard.press(keys)

/** Everything that opens over the page, and what has the keyboard there first. */
const OVERLAYS: Readonly<Record<string, Overlay>> = {
  designs: {
    opens: press('ControlOrMeta+KeyO'),
    dialog: 'Designs',
    first: (page) => page.getByRole('searchbox', { name: 'Search by name' }),
  },
  history: {
    opens: press('Alt+Shift+KeyY'),
    dialog: 'History',
    first: (page) => page.getByRole('button', { name: /^Go to/ }).and(page.locator('[aria-current]')),
  },
  commands: {
    opens: press('ControlOrMeta+KeyK'),
    dialog: 'Commands',
    first: (page) => page.getByRole('combobox'),
  },
  add: {
    opens: press('ControlOrMeta+KeyB'),
    dialog: 'Add a node',
    first: (page) => page.getByRole('combobox'),
  },
  connect: {
    opens: press('Shift+KeyK'),
    dialog: /^Connect .* to/,
    first: (page) => page.getByRole('combobox'),
  },
  help: {
    opens: press('Shift+Slash'),
    dialog: 'Keys and help',
    first: (page) => page.getByRole('dialog').locator('[data-body]'),
  },
  downloaded: {
    opens: async (page) => {
      await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+Enter')])
    },
    dialog: 'The project is downloaded',
    first: (page) => page.getByRole('radio', { name: 'With make' }),
  },
}

for (const [name, { opens, dialog, first }] of Object.entries(OVERLAYS)) {
  test(`${name}: the keyboard begins where the work is, and comes back where it was`, async ({ page }) => {
    await openLending(page)
    const api = node(page, /data API/)
    await api.focus()
    await page.keyboard.press('Enter')
    await opens(page)
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
    await expect(first(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(api).toBeFocused()
  })
}

for (const button of ['Examples', 'Share', 'More']) {
  test(`${button}: what opens from the bar takes the keyboard and gives it back`, async ({ page }) => {
    await openLending(page)
    const trigger = page.getByRole('button', { name: button, exact: true })
    await trigger.focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('[role="menu"], [role="dialog"]').locator(':focus, :scope:focus')).toHaveCount(
      1,
    )
    await page.keyboard.press('Escape')
    await expect(trigger).toBeFocused()
  })
}

test('from the search ↓ goes to the first design, and Enter opens it', async ({ page }) => {
  await openLending(page)
  await page.keyboard.press('ControlOrMeta+KeyO')
  // The dialog comes with its own script the first time.
  await expect(page.getByRole('button', { name: /^Open finance/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: /^Open finance/ })).toBeFocused()
})

test('an entity that is deleted leaves the keyboard to the next one, the last one to what adds one', async ({
  page,
}) => {
  await openLending(page)
  await node(page, /data API/).focus()
  await page.keyboard.press('Enter')
  const rows = form(page).locator('li > [data-field^="entity/"]')
  const names = await rows.allInnerTexts()
  expect(names.length).toBeGreaterThan(1)
  await rows.first().click()
  await form(page).getByRole('button', { name: 'Delete', exact: true }).first().click()
  await expect(rows.first()).toBeFocused()
  for (let left = names.length - 1; left > 0; left -= 1) {
    await page.keyboard.press('Enter')
    await form(page).getByRole('button', { name: 'Delete', exact: true }).first().click()
    await expect(rows).toHaveCount(left - 1)
  }
  await expect(form(page).getByRole('button', { name: 'Add an entity' })).toBeFocused()
})

test('a node that is deleted leaves the keyboard to another one, from the form to the drawing', async ({
  page,
}) => {
  await openLending(page)
  await node(page, /Business API/).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Delete')
  await expect(page.locator('.react-flow__node')).toHaveCount(2)
  await expect(page.locator('.react-flow__node:focus')).toHaveCount(1)
  await node(page, /data API/).click()
  await form(page).getByRole('button', { name: 'Delete', exact: true }).first().click()
  await expect(page.locator('#canvas:focus, #canvas :focus')).toHaveCount(1)
})

test('a checkpoint, a kept design and a notice that go leave the keyboard beside them', async ({ page }) => {
  await openLending(page)
  await page.keyboard.press('Alt+Shift+KeyY')
  for (const name of ['one', 'two']) {
    await page.getByRole('textbox', { name: 'Name of the checkpoint' }).fill(name)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: 'Delete checkpoint: two' }).click()
  await expect(page.getByRole('button', { name: 'Delete checkpoint: one' })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+KeyO')
  await page.getByRole('button', { name: 'Duplicate', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toHaveCount(2)
  await page.getByRole('button', { name: 'Delete', exact: true }).first().click()
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeFocused()
  await expect(focused(page)).toHaveCount(1)
})
