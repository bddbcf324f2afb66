import { type Browser, expect, test } from '@playwright/test'
import type { Topology } from '@/lib/topology/model/topology'
import { collectFaults, openDesigner, saved } from './designer'

/** What somebody drew elsewhere: two services straight at the database, one port for both, an entity with nothing in it. */
const bad: Topology = {
  topoforge: 1,
  project: { name: 'bank', context: 'bank', locale: 'en' },
  nodes: [
    { id: 'loans', type: 'service', kind: 'business_api', domain: 'lending', port: 8010 },
    { id: 'cards', type: 'service', kind: 'business_api', domain: 'issuing', port: 8010 },
    { id: 'data', type: 'service', kind: 'postgres_data_api', domain: 'ledger' },
    { id: 'database', type: 'database', engine: 'postgres' },
  ],
  links: [
    { id: 'one', type: 'stores', from: 'loans', to: 'database' },
    { id: 'two', type: 'calls', from: 'cards', to: 'data' },
    { id: 'three', type: 'stores', from: 'data', to: 'database' },
  ],
  entities: [
    { id: 'loan', owner: 'data', name: 'loan', fields: [] },
    { id: 'card', owner: 'data', name: 'card', fields: [{ name: 'number', type: 'string' }] },
  ],
  messages: [],
}

/** The link of a design, as somebody else sends it: opened from a file in a browser of their own. */
async function linkOf(browser: Browser, topology: Topology): Promise<string> {
  const page = await (await browser.newContext()).newPage()
  await openDesigner(page)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^Open a file/ }).click(),
  ])
  const buffer = Buffer.from(JSON.stringify(topology))
  await chooser.setFiles({ name: 'bad.topology.json', mimeType: 'application/json', buffer })
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await saved(page)
  await expect.poll(() => new URL(page.url()).hash.length).toBeGreaterThan(20)
  return new URL(page.url()).hash
}

test('a bad design is read, repaired and downloaded', async ({ page, browser }) => {
  const faults = collectFaults(page)
  await openDesigner(page, await linkOf(browser, bad))
  const download = page.getByRole('button', { name: 'Download project' })
  const problems = page.getByRole('region', { name: 'Problems' })

  await test.step('the button says why it waits, and shows the reasons', async () => {
    await expect(download).toHaveAttribute('aria-disabled', 'true')
    await download.click({ force: true })
    await page.getByRole('button', { name: 'Show all problems' }).click()
    await expect(problems.getByRole('link', { name: 'direct-database-access' })).toBeVisible()
    await expect(problems.getByRole('link', { name: 'port-conflict' })).toBeVisible()
  })

  await test.step('grouped by place, the problems stand at the services', async () => {
    await problems.getByRole('combobox', { name: 'Group by' }).click()
    await page.getByRole('option', { name: 'by place' }).click()
    await expect(problems.getByRole('heading', { name: /bank_lending_api/ })).toBeVisible()
  })

  await test.step('everything safe at once, as one step', async () => {
    await problems.getByRole('button', { name: /Fix all safe/ }).click()
    await expect(problems.getByRole('link', { name: 'port-conflict' })).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+KeyZ')
    await expect(problems.getByRole('link', { name: 'port-conflict' })).toBeVisible()
    await page.keyboard.press('ControlOrMeta+Shift+KeyZ')
    await expect(problems.getByRole('link', { name: 'port-conflict' })).toHaveCount(0)
  })

  await test.step('the rest one by one: fixes, and a field that only a person can name', async () => {
    for (let rounds = 0; rounds < 6; rounds += 1) {
      const fix = problems
        .locator('section')
        .getByRole('button')
        .filter({ has: page.locator('.lucide-wrench') })
      if ((await fix.count()) === 0 || (await download.getAttribute('aria-disabled')) === 'false') break
      await fix.first().click()
    }
    const empty = problems.getByRole('button', { name: /loan/ }).first()
    if ((await download.getAttribute('aria-disabled')) === 'true' && (await empty.isVisible())) {
      await empty.click()
      await page
        .getByRole('complementary')
        .getByRole('button', { name: /Add a field/ })
        .click()
    }
    await expect(download).toHaveAttribute('aria-disabled', 'false')
  })

  await test.step('the download', async () => {
    const [file] = await Promise.all([page.waitForEvent('download'), download.click()])
    expect(file.suggestedFilename()).toBe('bank.zip')
  })
  expect(faults).toEqual([])
})
