import { expect, test } from '@playwright/test'
import { boxOf, collectFaults, node, openDesigner } from './designer'

test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true })

test('a design is drawn on a tablet with fingers alone', async ({ page }) => {
  const faults = collectFaults(page)
  await openDesigner(page)

  await test.step('nodes from the sheet', async () => {
    for (const kind of [/Business API/, /PostgreSQL data API/]) {
      await page.getByRole('button', { name: 'Nodes' }).tap()
      await page.getByRole('dialog').getByRole('button', { name: kind }).tap()
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await expect(page.locator('.react-flow__node')).toHaveCount(3)
  })

  await test.step('the menu of a node by a long press', async () => {
    const { x, y, width, height } = await boxOf(node(page, /Business API/))
    await node(page, /Business API/).tap()
    const client = await page.context().newCDPSession(page)
    const point = { x: x + width / 2, y: y + height / 2 }
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
    await expect(page.getByRole('menuitem', { name: /^Connect to/ })).toBeVisible()
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await page.getByRole('menuitem', { name: /^Connect to/ }).tap()
    await page.getByRole('option', { name: /data_api/ }).tap()
    await expect(page.locator('.react-flow__edge')).toHaveCount(2)
  })

  await test.step('an entity in the sheet of properties', async () => {
    await node(page, /data API/).tap()
    await page.getByRole('button', { name: 'Properties' }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Add an entity' }).tap()
    await expect(page.getByRole('dialog').getByLabel('Name of the field').first()).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap()
  })

  await test.step('the outline, and the download', async () => {
    await page.getByRole('button', { name: 'Nodes' }).tap()
    await page.getByRole('button', { name: 'Outline' }).tap()
    await expect(page.getByRole('treeitem', { name: /orders_api/ })).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download project' }).tap(),
    ])
    expect(download.suggestedFilename()).toBe('project.zip')
  })
  expect(faults).toEqual([])
})
