import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { collectFaults, dragKind, node, openDesigner, pullLink } from './designer'

test('draws an API and a database, is refused, takes the repair, and downloads what the command line makes', async ({
  page,
}, info) => {
  const faults = collectFaults(page)
  await openDesigner(page)

  await test.step('two nodes by hand: the database brings its data API along', async () => {
    await dragKind(page, /Business API/, -220, 0)
    await dragKind(page, /^PostgreSQL Tables|PostgreSQL D/, 180, 40)
    await expect(page.locator('.react-flow__node')).toHaveCount(3)
    await expect(page.locator('.react-flow__edge')).toHaveCount(1)
  })

  const api = node(page, /Business API/)
  const database = node(page, /^PostgreSQL, PostgreSQL/)

  await test.step('the link is refused while it is drawn, with the law, the reason and the repair', async () => {
    await pullLink(page, api, database)
    const refusal = page.getByTestId('refusal-at-pointer')
    await expect(refusal).toContainText('Only a data API connects to a database')
    await expect(refusal).toContainText('direct-database-access')
    await expect(refusal).toContainText('data API between')
    await page.mouse.up()
    await expect(page.locator('.react-flow__edge')).toHaveCount(1)
  })

  await test.step('the repair calls the data API instead, as one step', async () => {
    await page
      .getByRole('region', { name: 'Not allowed' })
      .getByRole('button', { name: /data API/ })
      .click()
    await expect(page.locator('.react-flow__edge')).toHaveCount(2)
    await page.keyboard.press('ControlOrMeta+KeyZ')
    await expect(page.locator('.react-flow__edge')).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+Shift+KeyZ')
    await expect(page.locator('.react-flow__edge')).toHaveCount(2)
  })

  await test.step('an entity with fields', async () => {
    await node(page, /data API/).click()
    await page.getByRole('button', { name: 'Add an entity' }).click()
    const inspector = page.getByRole('complementary', { name: 'Properties' })
    await inspector.getByLabel('Name', { exact: true }).fill('loan')
    await inspector.getByLabel('Name of the field').first().fill('purpose')
    await inspector.getByLabel('Name of the field').first().press('Enter')
    await page.keyboard.type('amount')
    await page.keyboard.press('Tab')
    await expect(inspector.getByLabel('Name of the field').nth(1)).toHaveValue('amount')
    await inspector
      .getByRole('button', { name: /^Type:/ })
      .nth(1)
      .click()
    await page.getByRole('option', { name: 'decimal' }).click()
    await expect(inspector.getByText('/loans')).toBeVisible()
  })

  const files = { design: info.outputPath('design.json'), cli: info.outputPath('cli.zip') }
  const zip = await test.step('the download', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download project' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('project.zip')
    await expect(page.getByRole('dialog')).toContainText('make up')
    await page.keyboard.press('Escape')
    return readFileSync(await download.path())
  })

  await test.step('the command line makes the same bytes of the same design', async () => {
    await page.locator('.react-flow__pane').click({ position: { x: 40, y: 40 } })
    const [design] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('ControlOrMeta+KeyS'),
    ])
    await design.saveAs(files.design)
    execFileSync('npm', ['run', '-s', 'topoforge', '--', 'generate', files.design, '--zip', files.cli])
    expect(zip.equals(readFileSync(files.cli))).toBe(true)
    const names = Object.keys(unzipSync(zip))
    expect(names.some((name) => name.endsWith('/domain/entities.py') || name.includes('loan'))).toBe(true)
  })

  expect(faults).toEqual([])
})

test('an error keeps the project from being downloaded, and says which', async ({ page }) => {
  await openDesigner(page)
  // Without its data API a database is nobody's.
  await page.keyboard.press('KeyD')
  await node(page, /data API/).click()
  await page.keyboard.press('Delete')
  const button = page.getByRole('button', { name: 'Download project' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAttribute('aria-description', /error/)
  // The button cannot be used, and says why to who tries all the same.
  await button.click({ force: true })
  await page.getByRole('button', { name: 'Show all problems' }).click()
  const problems = page.getByRole('region', { name: 'Problems' })
  await expect(problems.getByRole('link', { name: 'shared-database' })).toHaveAttribute(
    'href',
    '/rules/shared-database',
  )
  await problems.getByRole('button', { name: /Add its data API/ }).click()
  await expect(button).toHaveAttribute('aria-disabled', 'false')
})
