import { expect, test } from '@playwright/test'
import { collectFaults, node, openDesigner } from './designer'

test.use({ colorScheme: 'dark', locale: 'ru-RU' })

const LATIN_SENTENCE = /\b(the|and|with|of|is|are|to)\b/i

test('a day in Russian, in the dark', async ({ page }) => {
  const faults = collectFaults(page)
  await openDesigner(page)
  await page.getByRole('button', { name: 'Начать с примера' }).click()
  await expect(page.locator('.react-flow__node').first()).toBeVisible()

  await test.step('commands are found by Russian words', async () => {
    await page.keyboard.press('ControlOrMeta+KeyK')
    await page.keyboard.type('порядок')
    await expect(page.getByRole('option').first()).toContainText('Навести порядок')
    expect(await page.getByRole('dialog').textContent()).not.toMatch(LATIN_SENTENCE)
    await page.keyboard.press('Enter')
  })

  await test.step('the outline, the menu and the properties speak Russian', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+KeyO')
    await expect(page.getByRole('tree', { name: 'Структура' })).toBeFocused()
    expect(await page.getByRole('tree').textContent()).not.toMatch(LATIN_SENTENCE)
    await node(page, /Бизнес-API/).click({ button: 'right' })
    await expect(page.getByRole('menuitem', { name: /^Переименовать/ })).toBeVisible()
    expect(await page.getByRole('menu').textContent()).not.toMatch(LATIN_SENTENCE)
    await page.getByRole('menuitem', { name: /^Удалить/ }).click()
  })

  await test.step('so do problems', async () => {
    await page.getByRole('button', { name: 'Показать проблемы' }).click()
    const problems = page.getByRole('region', { name: 'Проблемы' })
    await expect(problems.getByRole('listitem').first()).toBeVisible()
    expect(await problems.locator('[data-problem]').first().textContent()).not.toMatch(LATIN_SENTENCE)
    await page.keyboard.press('ControlOrMeta+KeyZ')
  })

  await test.step('and the download', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('ControlOrMeta+Enter'),
    ])
    expect(download.suggestedFilename()).toMatch(/\.zip$/)
    await expect(page.getByRole('dialog')).toContainText('Что дальше')
  })
  expect(faults).toEqual([])
})
