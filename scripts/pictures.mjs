import { readFileSync } from 'node:fs'

/** A design with queues, messages and steps, which no example has: what the finance story of the rules' tests tells. */
const STORY = JSON.parse(readFileSync(new URL('finance-story.topology.json', import.meta.url), 'utf8'))

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
  'many-problems': {
    window: { width: 1080, height: 660 },
    go: async (page) => {
      await openDesign(page, broken(STORY))
      await page.keyboard.press('ControlOrMeta+Shift+KeyM')
      await page.getByRole('region', { name: 'Problems' }).getByRole('listitem').first().waitFor()
    },
  },
  queue: {
    go: async (page) => {
      await openDesign(page, STORY)
      await select(page, 'scores')
    },
  },
  message: {
    go: async (page) => {
      await openDesign(page, STORY)
      await select(page, 'scores')
      await properties(page)
        .getByRole('button', { name: /^loan\.scored/ })
        .first()
        .click()
      await page.getByRole('heading', { name: 'loan.scored' }).waitFor()
    },
  },
  steps: {
    go: async (page) => {
      await openDesign(page, STORY)
      await select(page, 'finance_lending_api')
      await properties(page)
        .getByRole('button', { name: /^apply_for_loan/ })
        .click()
      await page.locator('[data-step-row]').nth(1).click()
      await page.getByRole('combobox', { name: 'What is compared' }).waitFor()
    },
  },
  flow: {
    go: async (page) => {
      await openDesign(page, STORY)
      await page.locator('.react-flow__node[aria-label="Queue, applications"]').click()
      await page.keyboard.press('KeyF')
      await page.keyboard.press('ArrowRight')
      await page.getByTestId('flow').waitFor()
    },
  },
  explore: {
    go: async (page) => {
      await openExample(page, 'Lending')
      await page.keyboard.press('Control+Space')
      await page.getByRole('tree').waitFor()
      await page.getByRole('searchbox').fill('create_loans()')
      await page.getByText('Found in 1 file').waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      await page.locator('.text-code-keyword').first().waitFor()
    },
  },
  downloaded: {
    go: async (page) => {
      await openExample(page, 'Lending')
      await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+Enter')])
      await page.getByRole('dialog').getByText('make up').first().waitFor()
    },
  },
  'not-downloaded': {
    window: { width: 1080, height: 660 },
    go: async (page) => {
      await openDesign(page, broken(STORY))
      await page.keyboard.press('Control+Enter')
      await page.getByRole('dialog', { name: 'Why it cannot be downloaded' }).waitFor()
    },
  },
  designs: {
    go: async (page) => {
      for (const example of ['Online shop', 'Lending', 'One service']) {
        if (example !== 'Online shop') await startAnew(page)
        await openExample(page, example)
        await page.locator('[data-save="saved"]').waitFor({ state: 'attached' })
      }
      await page.keyboard.press('ControlOrMeta+KeyO')
      await page.getByRole('list', { name: 'Designs in this browser' }).waitFor()
    },
  },
  history: {
    go: async (page) => {
      await openExample(page, 'Online shop')
      await page.locator('.react-flow__pane').click({ position: { x: 40, y: 40 } })
      for (const key of ['KeyW', 'KeyN', 'Escape', 'KeyA', 'ControlOrMeta+KeyD', 'Delete']) {
        await page.keyboard.press(key)
        await page.waitForTimeout(200)
      }
      await page.keyboard.press('Alt+Shift+KeyY')
      await page
        .getByRole('button', { name: /^Go to/ })
        .first()
        .waitFor()
    },
  },
  help: {
    window: { width: 1080, height: 660 },
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

/** Opens a design as from a file of somebody else. */
async function openDesign(page, design) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^Open a file/ }).click(),
  ])
  const buffer = Buffer.from(JSON.stringify(design))
  await chooser.setFiles({ name: 'design.topology.json', mimeType: 'application/json', buffer })
  await page.locator('.react-flow__node').first().waitFor()
  await page.mouse.move(0, 0)
}

async function startAnew(page) {
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'New design' }).click()
  await page.locator('.react-flow__node').first().waitFor({ state: 'detached' })
}

/** Selects a node by its name, without a click that another node may catch. */
async function select(page, name) {
  await page.locator(`.react-flow__node[aria-label*="${name}"]`).first().focus()
  await page.keyboard.press('Enter')
}

function properties(page) {
  return page.getByRole('complementary', { name: 'Properties' })
}

/** The same without its calls, without its database, and with one field in every entity: some thirty problems. */
function broken(design) {
  return {
    ...design,
    links: design.links.filter(({ type }) => type !== 'stores' && type !== 'calls'),
    entities: design.entities.map((entity) => ({ ...entity, fields: entity.fields.slice(0, 1) })),
  }
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
