import { expect, test } from '@playwright/test'

test('the page starts without breaking its own content security policy', async ({ page }) => {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
    })
  })

  const answer = await page.goto('/')
  // React marks the nodes that it has taken over; without hydration none is marked.
  await page.waitForFunction(() =>
    Object.keys(document.body.firstElementChild ?? {}).some((key) => key.startsWith('__reactFiber')),
  )

  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src 'self' 'sha256-/)
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  expect(faults).toEqual([])
})

test('an inline script that is not ours does not run', async ({ page }) => {
  await page.goto('/')
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.intruder = true'
    document.body.append(script)
    return 'intruder' in window
  })
  expect(ran).toBe(false)
})

test('every answer carries the headers that protect a page', async ({ request }) => {
  for (const path of ['/', '/no-such-page']) {
    const headers = (await request.get(path)).headers()
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers).not.toHaveProperty('x-powered-by')
  }
})

for (const [locale, title, way] of [
  ['en-US', 'There is no page at this address', 'To the designer'],
  ['ru-RU', 'По этому адресу ничего нет', 'В редактор'],
] as const) {
  test.describe(`an address without a page, in ${locale}`, () => {
    test.use({ locale })
    test('says so and leads back', async ({ page }) => {
      const answer = await page.goto('/rules/no-such-rule')
      expect(answer?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await page.getByRole('link', { name: way }).click()
      await expect(page).toHaveURL('/')
    })
  })
}
