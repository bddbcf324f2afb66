import { expect, test } from '@playwright/test'
import { collectFaults, openDesigner } from './designer'

test.describe('in the dark and in Russian', () => {
  test.use({ colorScheme: 'dark', locale: 'ru-RU' })

  test('speaks Russian, is dark, and every control has a name', async ({ page }) => {
    const faults = collectFaults(page)
    await openDesigner(page)
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
    await page.getByRole('button', { name: 'Начать с примера' }).click()
    await expect(page.locator('.react-flow__node').first()).toBeVisible()
    const shade = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    expect(Math.max(...(shade.match(/\d+/g) ?? ['255']).map(Number))).toBeLessThan(64)
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, textarea, [role="combobox"], [role="switch"]')]
        .filter((control) => control.checkVisibility() && !control.closest('[aria-hidden="true"]'))
        .filter((control) => {
          const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : []
          const words = [
            control.getAttribute('aria-label'),
            control.textContent,
            control.getAttribute('aria-labelledby'),
          ]
          return (
            ![...words, ...labels.map((label) => label.textContent)].some((word) => word?.trim()) &&
            !(control.id && document.querySelector(`label[for="${CSS.escape(control.id)}"]`))
          )
        })
        .map((control) => control.outerHTML.slice(0, 120)),
    )
    expect(nameless).toEqual([])
    expect(faults).toEqual([])
  })
})

test('the language and the theme are chosen in the menu and stay', async ({ page }) => {
  await openDesigner(page)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await page.getByRole('menuitemradio', { name: 'Русский' }).click()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Скачать проект' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('on a phone the panels are sheets', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 })
  await openDesigner(page)
  await page.getByRole('button', { name: 'Nodes' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Business API/ })
    .click()
  await expect(page.locator('.react-flow__node')).toHaveCount(1)
  await page.getByRole('button', { name: 'Properties' }).click()
  await expect(page.getByRole('dialog').getByLabel('Domain')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('every rule has its page, and an example on it opens in the designer', async ({ page }) => {
  await page.goto('/rules')
  await page.getByRole('link', { name: /direct-database-access/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Only a data API connects to a database.')
  await page.getByRole('link', { name: 'Open in the designer' }).first().click()
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await page.getByRole('button', { name: 'Show problems' }).click()
  await expect(page.getByRole('link', { name: 'direct-database-access' })).toBeVisible()
})
