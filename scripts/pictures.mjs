/**
 * The screens that `npm run screenshots` takes, in light and dark: how to come to each from an empty designer. A new
 * screen is a line here. `at` is another address, `window` another size.
 */
export const PICTURES = {
  welcome: {},
  designer: {
    go: async (page) => {
      await openExample(page, 'Online shop')
      await page.locator('.react-flow__node[aria-label*="data API"]').click()
    },
  },
  refusal: {
    go: async (page) => {
      await page.keyboard.press('KeyA')
      await page.keyboard.press('KeyD')
      const nodes = page.locator('.react-flow__node')
      await nodes.nth(1).waitFor()
      await page.keyboard.press('Escape')
      await pullLink(page, nodes.nth(0), page.locator('.react-flow__node[aria-label^="PostgreSQL, "]'))
      await page.getByTestId('refusal-at-pointer').waitFor()
    },
  },
  entity: {
    go: async (page) => {
      await openExample(page, 'Lending')
      await page.locator('.react-flow__node[aria-label*="data API"]').click()
      await page.getByRole('button', { name: /^loan \d/ }).click()
    },
  },
  outline: {
    go: async (page) => {
      await openExample(page, 'Online shop')
      await page.keyboard.press('ControlOrMeta+Shift+KeyO')
      await page.getByRole('tree').waitFor()
      for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown']) {
        await page.keyboard.press(key)
      }
    },
  },
  commands: {
    go: async (page) => {
      await openExample(page, 'Online shop')
      await page.keyboard.press('ControlOrMeta+KeyK')
      await page.keyboard.type('order')
    },
  },
  menu: {
    go: async (page) => {
      await openExample(page, 'Online shop')
      await page.locator('.react-flow__node').first().click({ button: 'right' })
      await page.getByRole('menu').waitFor()
    },
  },
  problems: {
    go: async (page) => {
      await openExample(page, 'Online shop')
      await page.locator('.react-flow__node[aria-label^="PostgreSQL, "]').click()
      await page.keyboard.press('Delete')
      await page.keyboard.press('ControlOrMeta+Shift+KeyM')
      await page.getByRole('region', { name: 'Problems' }).getByRole('listitem').first().waitFor()
    },
  },
  help: {
    go: (page) => page.keyboard.press('Shift+Slash'),
  },
  phone: {
    window: { width: 390, height: 760 },
    go: async (page) => {
      await page.getByRole('button', { name: 'Start from an example' }).click()
      await page.locator('.react-flow__node').first().waitFor()
    },
  },
  rules: { at: '/rules' },
  rule: { at: '/rules/direct-database-access' },
}

async function openExample(page, name) {
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
  await page.locator('.react-flow__node').first().waitFor()
}

/** Pulls a link out of a node over another one, and holds it there. */
async function pullLink(page, from, to) {
  await from.hover()
  const dot = await from.locator('.link-source').first().boundingBox()
  const target = await to.boundingBox()
  await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2)
  await page.mouse.down()
  await page.mouse.move(target.x - 40, target.y + 20, { steps: 4 })
  await page.mouse.move(target.x + target.width / 2, target.y + 40, { steps: 4 })
}
