import { expect, test } from '@playwright/test'
import { collectFaults, designNames, node, openDesigner, projectName, saved } from './designer'

/** Leaves the field that has the focus, so that keys are commands again. */
async function leaveField(page: import('@playwright/test').Page): Promise<void> {
  await page.locator('.react-flow__pane').click({ position: { x: 40, y: 40 } })
}

test('many designs: found, renamed, duplicated, opened, all by keyboard', async ({ page }) => {
  const faults = collectFaults(page)
  await openDesigner(page)
  await page.keyboard.press('ControlOrMeta+KeyO')
  await expect(page.getByText('Nothing is kept here yet')).toBeVisible()
  await page.keyboard.press('Escape')
  for (const name of ['shop', 'clinic', 'bank']) {
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'New design' }).click()
    await leaveField(page)
    await page.keyboard.press('KeyA')
    await projectName(page).fill(name)
    await projectName(page).press('Enter')
    await saved(page)
  }
  await leaveField(page)
  await page.keyboard.press('ControlOrMeta+KeyO')
  const list = page.getByRole('list', { name: 'Designs in this browser' })
  await expect(list.getByRole('listitem')).toHaveCount(3)
  await expect(list.getByRole('button', { name: 'Open bank' })).toHaveAttribute('aria-current', 'true')

  await test.step('search', async () => {
    await page.getByLabel('Search by name').fill('clin')
    await expect(list.getByRole('listitem')).toHaveCount(1)
    await page.getByLabel('Search by name').fill('nothing like it')
    await expect(page.getByText('No design is called')).toBeVisible()
    await page.getByLabel('Search by name').fill('')
  })

  await test.step('arrow keys, a new name, a copy', async () => {
    await list.getByRole('button', { name: 'Open bank' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(list.getByRole('button', { name: 'Open clinic' })).toBeFocused()
    await page.keyboard.press('F2')
    await page.keyboard.type('hospital')
    await page.keyboard.press('Enter')
    await expect(list.getByRole('button', { name: 'Open hospital' })).toBeVisible()
    await list
      .getByRole('listitem')
      .filter({ hasText: 'shop' })
      .getByRole('button', { name: 'Duplicate' })
      .click()
    await expect(list.getByRole('button', { name: 'Open shop_2' })).toBeVisible()
  })

  await test.step('another design opens with its own history', async () => {
    await list.getByRole('button', { name: 'Open hospital' }).click()
    await expect(projectName(page)).toHaveValue('hospital')
    await expect(node(page, /Business API/)).toBeVisible()
    await page.keyboard.press('ControlOrMeta+KeyZ')
    await expect(projectName(page)).toHaveValue('clinic')
  })
  expect(faults).toEqual([])
})

test('designs from before there was a list are in it', async ({ page }) => {
  await page.addInitScript(() => {
    if (localStorage.getItem('seeded')) return
    const part = { nodes: [{ id: 'r', type: 'redis' }], links: [], entities: [], messages: [] }
    const topology = { topoforge: 1, project: { name: 'old', context: 'old', locale: 'en' }, ...part }
    localStorage.setItem('seeded', 'yes')
    localStorage.setItem('topoforge.design.x', JSON.stringify({ savedAt: 1, link: '', topology }))
    localStorage.setItem('topoforge.design.bad', '{"savedAt":1')
    localStorage.setItem('topoforge.current', 'x')
  })
  await openDesigner(page)
  await expect(projectName(page)).toHaveValue('old')
  await page.keyboard.press('ControlOrMeta+KeyO')
  expect(await designNames(page)).toEqual(['old'])
  const left = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('design.')))
  expect(left).toEqual(['topoforge.design.bad'])
})

test('a new design leaves the one before in the list', async ({ page }) => {
  await openDesigner(page)
  await page.keyboard.press('KeyA')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'New design' }).click()
  await expect(page.locator('.react-flow__node')).toHaveCount(0)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Designs' }).click()
  await page.getByRole('button', { name: /^Open project/ }).click()
  await expect(page.locator('.react-flow__node')).toHaveCount(1)
})

test('a long name leaves the list of designs in its place on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 })
  await openDesigner(page)
  await projectName(page).fill('a_name_that_is_far_too_long_for_any_small_screen')
  await projectName(page).press('Enter')
  await saved(page)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Designs' }).click()
  const card = await page.getByRole('listitem').filter({ hasText: 'a_name' }).boundingBox()
  expect((card?.x ?? 0) + (card?.width ?? 999)).toBeLessThan(390)
})

test.describe('a deploy under an open tab', () => {
  /** Lets the page load, but none of the parts that it asks for later. */
  async function breakLaterParts(page: import('@playwright/test').Page, times: number) {
    let broken = 0
    await page.route('**/_next/static/chunks/**', async (route) => {
      const isLater = await page.evaluate(() => document.readyState === 'complete').catch(() => false)
      if (!isLater || broken >= times) return route.continue()
      broken += 1
      return route.abort()
    })
  }

  test('loads the page anew once, and the design is there', async ({ page }) => {
    await openDesigner(page)
    await page.keyboard.press('KeyA')
    await saved(page)
    await page.goto('/rules')
    await breakLaterParts(page, 1)
    await openDesigner(page)
    await expect(node(page, /Business API/)).toBeVisible()
  })

  test('says so when a panel is asked for that is gone, and loses nothing', async ({ page }) => {
    await openDesigner(page)
    await page.keyboard.press('KeyA')
    await projectName(page).fill('kept_through_it')
    await page.keyboard.press('Enter')
    await page.evaluate(() => {
      ;(window as { isOld?: boolean }).isOld = true
    })
    let asked = 0
    // Of the old page everything that it has not loaded yet is gone; the new one has what it needs.
    await page.route('**/_next/static/chunks/**', async (route) => {
      const isOld = await page
        .evaluate(() => (window as { isOld?: boolean }).isOld === true)
        .catch(() => false)
      if (!isOld) return route.continue()
      asked += 1
      return route.fulfill({ status: 404, contentType: 'text/plain', body: 'Not Found' })
    })
    await page.getByRole('button', { name: 'Explore' }).click()
    await expect(page.getByText('Topoforge was updated')).toBeVisible()
    expect(asked).toBeGreaterThan(0)
    await expect(projectName(page)).toHaveValue('kept_through_it')
    await expect(node(page, /Business API/)).toBeVisible()
    await page.getByRole('button', { name: 'Explore' }).click()
    await expect(page.getByRole('tree')).toBeVisible({ timeout: 30_000 })
  })
})
