import { expect, type Locator, type Page, test } from '@playwright/test'
import { boxOf, collectFaults, node, openDesigner, pullLink } from './designer'

const nodes = (page: Page) => page.locator('.react-flow__node-design')
const edges = (page: Page) => page.locator('.react-flow__edge')

/** The first example: an API, its data API and the database. */
async function openExample(page: Page): Promise<void> {
  await openDesigner(page)
  await page.getByRole('button', { name: 'Start from an example' }).click()
  await expect(nodes(page).first()).toBeVisible()
}

/** Drags something by its middle, in steps that the page can follow, and holds it there. */
async function drag(page: Page, what: Locator, dx: number, dy: number): Promise<void> {
  const { x, y, width, height } = await boxOf(what)
  const start = { x: x + width / 2, y: y + height / 2 }
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + dx / 2, start.y + dy / 2, { steps: 4 })
  await page.mouse.move(start.x + dx, start.y + dy, { steps: 4 })
}

/** The middle of the line of a link, on the screen. */
async function middleOf(link: Locator) {
  return link.locator('.link-reach').evaluate((path: SVGPathElement) => {
    const { x, y } = path.getPointAtLength(path.getTotalLength() / 2)
    const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined)
    return { x: at.x, y: at.y }
  })
}

test('while a link is drawn every node says whether it may end there', async ({ page }) => {
  const faults = collectFaults(page)
  await openExample(page)
  const database = node(page, /^PostgreSQL, PostgreSQL/)
  await pullLink(page, node(page, /Business API/).first(), database)
  await expect(page.locator('.welcome[data-drop="start"]')).toHaveCount(1)
  await expect(database.locator('.welcome')).toHaveAttribute('data-drop', 'refused')
  await expect(node(page, /data API/).locator('.welcome')).toHaveAttribute('data-drop', 'linked')
  await expect(page.getByTestId('refusal-at-pointer')).toContainText('direct-database-access')
  await page.keyboard.press('Escape')
  await expect(page.locator('.welcome')).toHaveCount(0)
  await page.mouse.up()
  expect(faults).toEqual([])
})

test('a link let go in the void offers what fits there, and adds it linked and complete in one step', async ({
  page,
}) => {
  await openDesigner(page)
  await page.keyboard.press('KeyA')
  const api = node(page, /Business API/)
  await api.hover()
  const source = api.locator('.link-source').first()
  await source.waitFor()
  const dot = await boxOf(source)
  await page.mouse.move(dot.x + 12, dot.y + 12)
  await page.mouse.down()
  await page.mouse.move(dot.x + 160, dot.y + 100, { steps: 5 })
  await page.mouse.up()
  const menu = page.getByTestId('loose-end-menu')
  await expect(menu.getByRole('menuitem', { name: 'PostgreSQL', exact: true })).toHaveCount(0)
  await menu.getByRole('menuitem', { name: /PostgreSQL data API/ }).click()
  await expect(nodes(page)).toHaveCount(3)
  await expect(edges(page)).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect(nodes(page)).toHaveCount(1)
})

test('a kind from the palette is dropped on a link and stands between its ends, as one step', async ({
  page,
}) => {
  await openExample(page)
  const before = await edges(page).count()
  const call = edges(page).and(page.locator('[data-type="calls"]')).first()
  const at = await middleOf(call)
  const canvas = await boxOf(page.locator('[data-canvas]'))
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /Business API/ })
    .dragTo(page.locator('[data-canvas]'), { targetPosition: { x: at.x - canvas.x, y: at.y - canvas.y } })
  await expect(edges(page)).toHaveCount(before + 1)
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect(edges(page)).toHaveCount(before)
})

test('a frame selects, arrow keys move in steps of the grid, and one step takes them back', async ({
  page,
}) => {
  await openExample(page)
  const count = await nodes(page).count()
  const canvas = await boxOf(page.locator('[data-canvas]'))
  await page.mouse.move(canvas.x + 8, canvas.y + 60)
  await page.mouse.down()
  await page.mouse.move(canvas.x + canvas.width - 8, canvas.y + canvas.height - 120, { steps: 8 })
  await page.mouse.up()
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(count)
  const places = () =>
    nodes(page).evaluateAll((all) => all.map((one) => (one as HTMLElement).style.left).join())
  const before = await places()
  // A press on the empty drawing leaves the keyboard at the drawing itself, or at what the frame holds.
  await expect(page.locator('#canvas:focus, #canvas :focus')).toHaveCount(1)
  await page.locator('#canvas').focus()
  await page.keyboard.down('ArrowRight')
  await page.keyboard.down('ArrowRight')
  await page.keyboard.down('ArrowRight')
  await page.keyboard.up('ArrowRight')
  await expect.poll(places).not.toBe(before)
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect.poll(places).toBe(before)
})

test('a link that is selected goes when a node is chosen, or nothing; with Shift it stays', async ({
  page,
}) => {
  await openExample(page)
  const api = node(page, /Business API/).first()
  const heading = page.locator('[data-inspector]').getByRole('heading', { level: 2 })
  const chooseLink = async () => {
    const { x, y } = await middleOf(edges(page).first())
    await page.mouse.click(x, y)
    await expect(page.locator('.link-edge[data-selected="true"]')).toHaveCount(1)
  }
  await chooseLink()
  await page.locator('.react-flow__pane').click({ position: { x: 40, y: 60 } })
  await expect(page.locator('.link-edge[data-selected="true"]')).toHaveCount(0)
  await chooseLink()
  await api.click()
  await expect(heading).toHaveText('finance_lending_api')
  await chooseLink()
  await api.click({ modifiers: ['Shift'] })
  await expect(heading).toHaveText('2 things selected')
})

test('what is dragged into one line with others shows it', async ({ page }) => {
  await openExample(page)
  const api = node(page, /Business API/).first()
  await drag(page, api, -96, 0)
  await expect(page.getByTestId('guide').first()).toBeVisible()
  await page.mouse.up()
  await expect(page.getByTestId('guide')).toHaveCount(0)
})

test('a note is added, written, moved and deleted by the keyboard', async ({ page }) => {
  await openExample(page)
  await page.keyboard.press('KeyN')
  await page.keyboard.type('Ask the bank first')
  await page.keyboard.press('Escape')
  const note = page.locator('.react-flow__node-note')
  await expect(note).toContainText('Ask the bank first')
  const before = await boxOf(note)
  await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(async () => (await boxOf(note)).y).toBeGreaterThan(before.y + 20)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await expect(note).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect(note).toContainText('Ask the bank first')
})

test('a note is resized by keys, selected and copied like everything else, a step each', async ({ page }) => {
  await openExample(page)
  await page.keyboard.press('KeyN')
  await page.keyboard.type('Ask the bank first')
  await page.keyboard.press('Escape')
  const notes = page.locator('.react-flow__node-note')
  const width = async () => (await boxOf(notes.first())).width
  const before = await width()
  await page.keyboard.press('BracketRight')
  await page.keyboard.press('BracketRight')
  await expect.poll(width).toBeGreaterThan(before * 1.2)
  await page.keyboard.press('BracketLeft')
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect.poll(width).toBe(before)

  await page.keyboard.press('ControlOrMeta+KeyD')
  await expect(notes).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+KeyA')
  await expect(page.locator('.react-flow__node.selected')).toHaveCount((await nodes(page).count()) + 2)
  await page.keyboard.press('Escape')
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(0)
  await notes.last().click({ button: 'right', position: { x: 12, y: 30 } })
  await expect(page.getByRole('menuitem', { name: /^Make the note wider/ })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: /^Connect/ })).toHaveCount(0)
  await page.getByRole('menuitem', { name: /^Cut/ }).click()
  await expect(notes).toHaveCount(1)
})

test('dragging with Alt puts a copy and leaves the original, as one step', async ({ page }) => {
  await openExample(page)
  const api = node(page, /Business API/)
  const before = await boxOf(api.first())
  const count = await nodes(page).count()
  await page.keyboard.down('Alt')
  await drag(page, api.first(), 0, 160)
  await expect(page.getByTestId('original')).toHaveCount(1)
  await page.mouse.up()
  await page.keyboard.up('Alt')
  await expect(page.getByTestId('original')).toHaveCount(0)
  await expect(nodes(page)).toHaveCount(count + 1)
  await expect(api).toHaveCount(2)
  expect(await boxOf(api.first())).toEqual(before)
  const copy = await boxOf(page.locator('.react-flow__node.selected'))
  expect(copy.y).toBeGreaterThan(before.y + 100)
  await page.keyboard.press('ControlOrMeta+KeyZ')
  await expect(nodes(page)).toHaveCount(count)
  expect(await boxOf(api.first())).toEqual(before)
})

test('what has a name is found, shown and opened', async ({ page }) => {
  await openExample(page)
  await page.keyboard.press('ControlOrMeta+KeyF')
  await page.getByRole('combobox', { name: 'Find on the canvas' }).fill('birth')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('find')).toHaveCount(0)
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(1)
  await expect(page.locator('[data-inspector] input[value="birth_date"]')).toBeVisible()
})

test('a link is drawn by the keyboard: letters find the target, Enter connects', async ({ page }) => {
  await openDesigner(page)
  await page.keyboard.press('KeyP')
  await page.keyboard.press('KeyA')
  await expect(nodes(page)).toHaveCount(3)
  await expect(edges(page)).toHaveCount(1)
  await page.keyboard.press('KeyC')
  await expect(page.getByTestId('connect-mode')).toBeVisible()
  await page.keyboard.type('project_d')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('connect-mode')).toHaveCount(0)
  await page.keyboard.press('KeyC')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(edges(page)).toHaveCount(2)
})

test('a flow is shown whole when its queue is selected, and walked stop by stop', async ({ page }) => {
  await openDesigner(page)
  await page.keyboard.press('KeyW')
  await node(page, /Queue/).first().click()
  const flow = page.getByTestId('flow')
  await expect(flow).toBeVisible()
  await page.keyboard.press('KeyF')
  await page.keyboard.press('ArrowRight')
  await expect(flow.locator('[aria-current="step"]')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(flow).toHaveCount(0)
})

test.describe('on a tablet', () => {
  test.use({ hasTouch: true, viewport: { width: 820, height: 1100 } })

  test('a finger selects a node and its dots are there to pull', async ({ page }) => {
    await openExample(page)
    await node(page, /Business API/)
      .first()
      .tap()
    await expect(page.locator('.react-flow__node.selected')).toHaveCount(1)
    await expect(page.locator('.link-source')).toHaveCount(4)
    const boxes = await Promise.all(
      ['.react-flow__controls, [data-zoom]', '[data-flow-bar]'].map((selector) =>
        page.locator(selector).count(),
      ),
    )
    expect(boxes[0]).toBe(1)
  })
})
