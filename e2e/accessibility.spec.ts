import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { encodeLink } from '@/lib/share/link'
import type { Topology } from '@/lib/topology/model/topology'
import story from '@/scripts/finance-story.topology.json' with { type: 'json' }
import { node, openDesigner, saved } from './designer'

const LAWS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function openExample(page: Page): Promise<void> {
  await openDesigner(page)
  await page.getByRole('button', { name: 'Start from an example' }).click()
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
}

/** Opens the design that has queues, messages and steps, with one node selected. */
async function openStory(page: Page, selected: RegExp): Promise<void> {
  await openDesigner(page, `#${encodeLink(story as unknown as Topology)}`)
  await saved(page)
  await node(page, selected).first().focus()
  await page.keyboard.press('Enter')
}

/** Every screen, and how to come there. A new screen is a line here. */
const SCREENS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the empty designer': (page) => openDesigner(page),
  'the project': openExample,
  'a service': async (page) => {
    await openExample(page)
    await node(page, /Business API/).click()
    await expect(page.getByLabel('Domain')).toBeVisible()
  },
  'an entity': async (page) => {
    await openExample(page)
    await node(page, /data API/).click()
    await page.getByRole('button', { name: /^loan \d/ }).click()
    await expect(page.getByLabel('Name of the field').first()).toBeVisible()
  },
  'a worker with its queue': async (page) => {
    await openDesigner(page)
    await page.keyboard.press('KeyW')
    await expect(page.locator('.react-flow__node').first()).toBeVisible()
  },
  'a queue with its flow': async (page) => {
    await openStory(page, /Queue, applications/)
    await node(page, /Queue, applications/).click()
    await expect(page.getByTestId('flow')).toBeVisible()
    await page.keyboard.press('KeyF')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByTestId('flow').locator('[aria-current="step"]')).toBeVisible()
  },
  'a message': async (page) => {
    await openStory(page, /scores/)
    await page
      .getByRole('complementary')
      .getByRole('button', { name: /^loan\.scored/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: 'loan.scored' })).toBeVisible()
  },
  'the steps of a use case': async (page) => {
    await openStory(page, /finance_lending_api/)
    await page.getByRole('button', { name: /^apply_for_loan/ }).click()
    await page.locator('[data-step-row]').nth(1).click()
    await expect(page.getByRole('combobox', { name: 'What is compared' })).toBeVisible()
  },
  'after a download': async (page) => {
    await openExample(page)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toContainText('make up')
  },
  'why it cannot be downloaded': async (page) => {
    await openStory(page, /applications/)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog', { name: 'Why it cannot be downloaded' })).toBeVisible()
  },
  problems: async (page) => {
    await openDesigner(page)
    await page.keyboard.press('KeyA')
    await page.keyboard.press('ControlOrMeta+Shift+KeyM')
    await expect(page.getByRole('region', { name: 'Problems' }).getByRole('listitem').first()).toBeVisible()
  },
  'the outline': async (page) => {
    await openExample(page)
    await page.keyboard.press('ControlOrMeta+Shift+KeyO')
    await expect(page.getByRole('tree')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
  },
  'the command palette': async (page) => {
    await openExample(page)
    await page.keyboard.press('ControlOrMeta+KeyK')
    await page.keyboard.type('loan')
    await expect(page.getByRole('option').first()).toBeVisible()
  },
  connecting: async (page) => {
    await openExample(page)
    await node(page, /Business API/).click()
    await page.keyboard.press('Shift+KeyK')
    await expect(page.getByRole('option').first()).toBeVisible()
  },
  adding: async (page) => {
    await openDesigner(page)
    await page.keyboard.press('ControlOrMeta+KeyB')
    await expect(page.getByRole('option').first()).toBeVisible()
  },
  'keys and help': async (page) => {
    await openDesigner(page)
    await page.keyboard.press('Shift+Slash')
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'the menu of a node': async (page) => {
    await openExample(page)
    await node(page, /Business API/).click({ button: 'right' })
    await expect(page.getByRole('menu')).toBeVisible()
  },
  'the main menu': async (page) => {
    await openExample(page)
    await page.getByRole('button', { name: 'More' }).click()
    await expect(page.getByRole('menu')).toBeVisible()
  },
  explore: async (page) => {
    await openExample(page)
    await page.getByRole('button', { name: /Explore/ }).click()
    await expect(page.getByRole('tree').first()).toBeVisible()
    await page.waitForTimeout(500)
  },
  'the designs': async (page) => {
    await openExample(page)
    await page.locator('.react-flow__pane').click({ position: { x: 40, y: 40 } })
    await page.keyboard.press('ControlOrMeta+KeyO')
    await expect(page.getByRole('button', { name: 'Open finance' })).toBeVisible()
  },
  'the history': async (page) => {
    await openExample(page)
    await page.keyboard.press('Alt+Shift+KeyY')
    await expect(page.getByRole('button', { name: /^Go to/ }).first()).toBeVisible()
  },
  'all rules': (page) => page.goto('/rules'),
  'one rule': (page) => page.goto('/rules/direct-database-access'),
  'an address without a page': (page) => page.goto('/no-such-page'),
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })
    for (const [name, open] of Object.entries(SCREENS)) {
      test(`${name}: axe finds nothing`, async ({ page }) => {
        await open(page)
        const { violations } = await new AxeBuilder({ page })
          .withTags(LAWS)
          // They hand the focus back into what is open; nobody stays on them.
          .exclude('[data-base-ui-focus-guard]')
          .analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual(
          [],
        )
      })
    }
  })
}

test('every target can be hit: 24 px at least', async ({ page }) => {
  await openExample(page)
  await node(page, /data API/).click()
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], [role="switch"], [role="treeitem"]')]
      .filter(
        (target) =>
          target.checkVisibility() && !target.closest('[aria-hidden="true"], .react-flow__attribution'),
      )
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect()
        // What is only there for the keyboard has no size before it has the focus; a switch has air around it.
        return width > 1 && (width < 24 || height < 20)
      })
      .map((target) => target.outerHTML.slice(0, 120)),
  )
  expect(small).toEqual([])
})

test('the focus is seen wherever it goes, and goes from the bar to the canvas to the panels', async ({
  page,
}) => {
  await openExample(page)
  await saved(page)
  await page.reload()
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await page.keyboard.press('Tab')
  const seen: string[] = []
  for (let steps = 0; steps < 60; steps += 1) {
    const { place, outline } = await page.evaluate(() => {
      const element = document.activeElement ?? document.body
      const style = getComputedStyle(element)
      const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || element === document.body
      const inside = element.closest('header, nav, main, aside, section')
      return {
        place: inside?.tagName ?? 'BODY',
        outline: marked || element.matches('.react-flow__node, .react-flow__edge'),
      }
    })
    expect(outline).toBe(true)
    if (seen.at(-1) !== place) seen.push(place)
    await page.keyboard.press('Tab')
  }
  expect(seen.indexOf('HEADER')).toBeLessThan(seen.indexOf('NAV'))
  expect(seen.indexOf('NAV')).toBeLessThan(seen.indexOf('MAIN'))
})

for (const [width, height, how] of [
  [390, 780, 'a phone'],
  [720, 450, 'a zoom of 200 %'],
] as const) {
  test(`nothing is cut off on ${how}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openExample(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    const out = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('header button, header input')]
        .filter((control) => control.checkVisibility())
        .filter((control) => {
          const { left, right } = control.getBoundingClientRect()
          return left < 0 || right > innerWidth
        })
        .map((control) => control.getAttribute('aria-label')),
    )
    expect(out).toEqual([])
  })
}

test('what happens is said', async ({ page }) => {
  await openExample(page)
  await node(page, /Business API/).click()
  await page.keyboard.press('ControlOrMeta+KeyD')
  await expect(page.getByRole('status').filter({ hasText: 'Duplicated: 1 node' })).toBeAttached()
  await page.keyboard.press('ControlOrMeta+Shift+KeyZ')
  await expect(page.getByRole('status').filter({ hasText: 'Nothing to redo' })).toBeAttached()
})
