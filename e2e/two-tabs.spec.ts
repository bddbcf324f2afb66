import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { designNames, node, openDesigner, projectName, saved } from './designer'

const banner = (page: Page) =>
  page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Edit here' }) })
const takeOver = (page: Page) => page.getByRole('button', { name: 'Edit here' }).click()

/** Two tabs with one design: the first one writes it. */
async function twoTabs(context: BrowserContext): Promise<readonly [Page, Page]> {
  const writer = await context.newPage()
  await openDesigner(writer)
  await writer.keyboard.press('KeyA')
  await saved(writer)
  const reader = await context.newPage()
  await openDesigner(reader)
  await expect(banner(reader)).toBeVisible()
  return [writer, reader]
}

async function rename(page: Page, name: string): Promise<void> {
  await projectName(page).fill(name)
  await projectName(page).blur()
}

test('one tab writes, the other shows it live and changes nothing', async ({ context }) => {
  const [writer, reader] = await twoTabs(context)
  await rename(writer, 'live')
  await expect(projectName(reader)).toHaveValue('live')
  await expect(projectName(reader)).not.toBeEditable()
  await expect(reader.getByRole('button', { name: /^Undo/ })).toHaveAttribute('aria-disabled', 'true')
  await reader.keyboard.press('ControlOrMeta+KeyZ')
  await reader.keyboard.press('KeyA')
  await expect(node(reader, /Business API/)).toHaveCount(1)
  await expect(projectName(reader)).toHaveValue('live')
  await expect(banner(writer)).toBeHidden()
})

test('what can only be read looks like it, and says why: the drawing, the palette, every form', async ({
  context,
}) => {
  const [writer, reader] = await twoTabs(context)
  await writer.keyboard.press('KeyP')
  await writer.getByRole('button', { name: 'Add an entity' }).click()
  await expect(node(reader, /data API/)).toContainText('1 entity')
  await expect(reader.getByTestId('read-only')).toBeVisible()
  const add = reader.getByRole('navigation', { name: 'Nodes' }).getByRole('button', { name: /Worker/ })
  await expect(add).toHaveAttribute('aria-disabled', 'true')
  await expect(add).toHaveAccessibleDescription(/open in another tab/)
  const form = reader.locator('[data-inspector]')
  const openProject = () => reader.locator('.react-flow__pane').click({ position: { x: 40, y: 60 } })
  const openNode = async (name: RegExp, title: RegExp) => {
    await openProject()
    await node(reader, name).first().click()
    await expect(form.getByRole('heading', { level: 2, name: title })).toBeVisible()
  }
  await onlyReads(reader, openProject)
  await onlyReads(reader, () => openNode(/Business API/, /orders_api/))
  await onlyReads(reader, () => openNode(/data API/, /data_api/))
  await onlyReads(reader, () => openNode(/PostgreSQL, /, /^PostgreSQL$/))
  await onlyReads(reader, async () => {
    await openNode(/data API/, /data_api/)
    await form.locator('[data-field^="entity/"]').first().click()
    await form.locator('[aria-expanded="false"][aria-label^="Details"]').first().click()
  })
  await takeOver(reader)
  await expect(reader.getByTestId('read-only')).toBeHidden()
  await expect(form.locator(WRITABLE)).not.toHaveCount(0)
})

const WRITABLE = 'input:not([aria-hidden]):not([readonly]), textarea:not([readonly])'

/**
 * A form in which nothing may be changed takes no text, and what can be pressed in it shows something or leads
 * somewhere: nothing that would change the design is left to be refused.
 */
async function onlyReads(page: Page, open: () => Promise<void>): Promise<void> {
  const form = page.locator('[data-inspector]')
  const pressable = form.locator(':is(button, [role="switch"]):not([aria-disabled="true"])')
  await open()
  await expect(form.locator(WRITABLE)).toHaveCount(0)
  const count = await pressable.count()
  for (let at = 0; at < count; at += 1) {
    const words = await pressable.nth(at).evaluate((control) => control.ariaLabel ?? control.textContent)
    await pressable.nth(at).click()
    await expect(page.getByText('Not changed'), `${words}`).toHaveCount(0)
    await page.keyboard.press('Escape')
    await open()
  }
  await expect(page.getByText('Not changed')).toHaveCount(0)
}

test('the other one takes over, with the whole history, and back again', async ({ context }) => {
  const [writer, reader] = await twoTabs(context)
  await rename(writer, 'first')
  await takeOver(reader)
  await expect(banner(reader)).toBeHidden()
  await expect(banner(writer)).toBeVisible()
  await rename(reader, 'second')
  await expect(projectName(writer)).toHaveValue('second')
  await reader.locator('.react-flow__pane').click({ position: { x: 40, y: 40 } })
  await reader.keyboard.press('ControlOrMeta+KeyZ')
  await reader.keyboard.press('ControlOrMeta+KeyZ')
  await expect(projectName(reader)).toHaveValue('project')
  await takeOver(writer)
  await expect(banner(writer)).toBeHidden()
  await expect(projectName(writer)).toHaveValue('project')
  await saved(writer)
  expect(await designNames(writer)).toEqual(['project'])
})

test('a copy is another design', async ({ context }) => {
  const [writer, reader] = await twoTabs(context)
  await rename(writer, 'theirs')
  await expect(projectName(reader)).toHaveValue('theirs')
  await saved(writer)
  await reader.getByRole('button', { name: 'Go on with a copy' }).click()
  await expect(projectName(reader)).toHaveValue('theirs_2')
  await rename(reader, 'mine')
  await rename(writer, 'theirs_still')
  await saved(reader)
  await saved(writer)
  await expect.poll(() => designNames(writer)).toEqual(['mine', 'theirs_still'])
})

test('a tab that closes leaves the design to the other one', async ({ context }) => {
  const [writer, reader] = await twoTabs(context)
  await rename(writer, 'last_words')
  await writer.close()
  await expect(banner(reader)).toBeHidden()
  await expect(projectName(reader)).toHaveValue('last_words')
  await rename(reader, 'mine_now')
  await saved(reader)
  expect(await designNames(reader)).toEqual(['mine_now'])
})

test('a tab that does not answer loses its turn, and nothing that was written in it', async ({ context }) => {
  const writer = await context.newPage()
  await writer.addInitScript(() => {
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set: () => undefined })
  })
  await openDesigner(writer)
  await writer.keyboard.press('KeyA')
  const reader = await context.newPage()
  await openDesigner(reader)
  await expect(banner(reader)).toBeVisible()
  await projectName(writer).fill('typed_last')
  await takeOver(reader)
  await expect(banner(reader)).toBeHidden()
  await expect(projectName(reader)).toHaveValue('typed_last')
  await expect(banner(writer)).toBeVisible()
  await rename(reader, 'after')
  await saved(reader)
  expect(await designNames(reader)).toEqual(['after'])
})

test('twenty rounds of edits and changes of turn in any order keep every name that was typed', async ({
  context,
}) => {
  test.setTimeout(240_000)
  const tabs = await twoTabs(context)
  const random = dice(4711)
  const typed: string[] = []
  for (let round = 0; round < 20; round += 1) {
    const tab = tabs[random() < 0.5 ? 0 : 1]
    if (random() < 0.6 && (await banner(tab).isVisible())) {
      await takeOver(tab)
      if (random() < 0.7) await expect(banner(tab)).toBeHidden()
    }
    // Only the tab whose turn it is takes the name; between two turns none may.
    const name = `round_${round}`
    const isTaken = await projectName(tab)
      .fill(name, { timeout: 1000 })
      .then(
        () => true,
        () => false,
      )
    await projectName(tab).blur()
    if (isTaken && (await projectName(tab).inputValue()) === name) typed.push(name)
  }
  for (const tab of tabs) await expect(tab.locator('[data-save="saved"]')).toBeAttached()
  await expect
    .poll(async () => {
      const kept = await everyName(tabs[0])
      return typed.filter((name) => !kept.includes(name))
    })
    .toEqual([])
  expect(typed.length).toBeGreaterThan(5)
})

/** Every project name that any kept version of any design has. */
async function everyName(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('topoforge')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const all = opening.result.transaction('contents').objectStore('contents').getAll()
          all.onsuccess = () => {
            opening.result.close()
            const records = all.result as { versions: { topology: { project: { name: string } } }[] }[]
            resolve(records.flatMap(({ versions }) => versions.map(({ topology }) => topology.project.name)))
          }
        }
      }),
  )
}

function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

test('without locks two tabs still overwrite nothing: one goes on with a copy', async ({ context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'locks', { value: undefined })
  })
  const first = await context.newPage()
  await openDesigner(first)
  await first.keyboard.press('KeyA')
  await saved(first)
  const second = await context.newPage()
  await openDesigner(second)
  await expect(node(second, /Business API/)).toBeVisible()
  await rename(second, 'theirs')
  await saved(second)
  await rename(first, 'mine')
  await expect(first.getByText('Here you go on with a copy').first()).toBeVisible()
  await saved(first)
  await expect.poll(() => designNames(first)).toEqual(['mine', 'theirs'])
})
