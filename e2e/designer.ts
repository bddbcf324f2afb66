import { expect, type Locator, type Page } from '@playwright/test'

/** Opens the designer, on an empty canvas or with the design of a link. */
export async function openDesigner(page: Page, fragment = ''): Promise<void> {
  await page.goto(`/${fragment}`)
  await expect(page.getByRole('button', { name: /Download project|Скачать проект/ })).toBeVisible()
}

/** A node of the canvas by what it says of itself to a screen reader. */
export function node(page: Page, name: string | RegExp): Locator {
  return page.locator('.react-flow__node').and(page.getByLabel(name))
}

/** Drags a kind from the palette to a place of the canvas, counted from its middle. */
export async function dragKind(page: Page, kind: RegExp, dx: number, dy: number): Promise<void> {
  const canvas = page.locator('[data-canvas]')
  await expect(canvas).toBeVisible()
  const box = await boxOf(canvas)
  await page
    .getByRole('navigation')
    .getByRole('button', { name: kind })
    .dragTo(canvas, { targetPosition: { x: box.width / 2 + dx, y: box.height / 2 + dy } })
}

/** Pulls a link out of a node over another one, and holds it there. */
export async function pullLink(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover()
  const source = from.locator('.link-source').first()
  await source.waitFor()
  const dot = await boxOf(source)
  const target = await boxOf(to)
  await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2)
  await page.mouse.down()
  await page.mouse.move(target.x - 40, target.y + 20, { steps: 4 })
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 4 })
}

/** The middle of something, on the screen. */
export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not on the page.')
  return box
}

/** Waits until the last edit is in the storage and in the address. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator('[data-save="saved"]')).toBeAttached()
}

/** What goes wrong in the page, collected while the test runs. */
export function collectFaults(page: Page): readonly string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  return faults
}

/** The name of the project, in the bar. */
export function projectName(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Project name' })
}

/** The domain of the service that is selected. */
export function domain(page: Page): Locator {
  return page.getByLabel('Domain', { exact: true })
}

/** Opens the history beside the canvas. */
export async function openHistory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'History' }).click()
  await expect(page.getByRole('dialog', { name: 'History' })).toBeVisible()
}

/** Ends a page as a crash would: no event reaches it any more. */
export async function kill(page: Page): Promise<void> {
  const crashed = new Promise((resolve) => page.once('crash', resolve))
  const session = await page.context().newCDPSession(page)
  void session.send('Page.crash').catch(() => undefined)
  await crashed
}

/** The names of all designs that this browser keeps, in the order of the alphabet. */
export async function designNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('topoforge')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const all = opening.result.transaction('designs').objectStore('designs').getAll()
          all.onsuccess = () => {
            opening.result.close()
            const kept = all.result.filter(({ deletedAt }) => deletedAt === undefined)
            resolve(kept.map(({ name }) => name).sort())
          }
        }
      }),
  )
}
