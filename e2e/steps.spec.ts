import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { financeLending } from '@/lib/examples/finance-lending'
import { encodeLink } from '@/lib/share/link'
import type { Step } from '@/lib/topology/model/step'
import type { Topology } from '@/lib/topology/model/topology'
import { node, openDesigner, saved } from './designer'

/** The lending API with the use case of the source and the queue that its event goes to. */
function design(steps: readonly Step[]): Topology {
  const { topology } = financeLending
  const useCase = {
    id: 'apply',
    name: 'apply_for_loan',
    method: 'POST',
    path: '/loans/apply',
    input: [
      { name: 'user_id', type: 'reference', entity: 'user' },
      { name: 'amount', type: 'decimal', precision: 12, scale: 2 },
      { name: 'term_months', type: 'integer' },
      { name: 'interest_rate', type: 'decimal', precision: 5, scale: 2 },
    ],
    steps,
  } as const
  return {
    ...topology,
    project: { ...topology.project, locale: 'en' },
    messages: [
      {
        id: 'applied',
        type: 'event',
        name: 'loan.applied',
        fields: [
          { name: 'loan_id', type: 'uuid' },
          { name: 'amount', type: 'decimal', precision: 12, scale: 2 },
        ],
      },
    ],
    nodes: [
      ...topology.nodes.map((one) =>
        one.type === 'service' && one.kind === 'business_api' ? { ...one, useCases: [useCase] } : one,
      ),
      { id: 'events', type: 'queue', name: 'loan_events', messages: ['applied'] },
    ],
    links: [...topology.links, { id: 'publishes', type: 'publishes', from: 'lending', to: 'events' }],
  }
}

async function openUseCase(page: Page, steps: readonly Step[]): Promise<void> {
  await openDesigner(page, `#${encodeLink(design(steps))}`)
  await saved(page)
  await node(page, /finance_lending_api/).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^apply_for_loan/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'apply_for_loan' })).toBeVisible()
}

const rows = (page: Page) => page.locator('[data-step-row]')

/** Adds a step by its name, without a mouse; its form opens with the focus in it. */
async function add(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a step' }).focus()
  await page.keyboard.press('Enter')
  await page.getByPlaceholder('What should happen?').pressSequentially(name)
  await page.keyboard.press('Enter')
  await expect(page.getByPlaceholder('What should happen?')).toBeHidden()
}

test('apply_for_loan is written by keyboard', async ({ page }) => {
  await openUseCase(page, [])

  await test.step('load the user of the input', async () => {
    await add(page, 'load')
    await expect(rows(page)).toHaveText(/load user by id = input\.user_id as user/)
    await expect(page.getByRole('combobox', { name: 'Entity' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(rows(page)).toBeFocused()
  })

  await test.step('require that the user is verified', async () => {
    await add(page, 'require')
    await expect(page.getByRole('combobox', { name: 'What is compared' })).toBeFocused()
    await page.keyboard.press('v')
    await page.keyboard.type('erified')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: 'What is compared' })).toHaveText('user.is_verified')
    await expect(page.getByRole('combobox', { name: 'With what' })).toHaveText('yes')
    const error = page.getByLabel('Error', { exact: true })
    await error.fill('UnverifiedUserError')
    await page.getByLabel('Text for people').fill('Verify your identity first.')
    await expect(rows(page).nth(1)).toHaveText(/require user\.is_verified = yes else 409 UnverifiedUserError/)
  })

  await test.step('create the loan and publish that it was applied for', async () => {
    await add(page, 'create')
    await expect(rows(page).nth(2)).toHaveText(/create loan from \d values as loan/)
    await add(page, 'publish')
    await expect(rows(page).nth(3)).toHaveText(/publish loan\.applied/)
    await expect(page.getByRole('combobox', { name: /^loan_id/ })).toHaveText('loan.id')
  })

  await test.step('answer with it', async () => {
    await add(page, 'answer')
    await expect(rows(page).nth(4)).toHaveText(/answer 201 with loan/)
  })

  await test.step('nothing is wrong but what is not generated yet', async () => {
    await expect(page.locator('[data-steps]').getByText(/\d+ errors?/)).toHaveCount(0)
    await expect(rows(page)).toHaveCount(5)
    await expect(page.getByRole('region', { name: 'Problems' })).not.toContainText(/\d+ error/)
  })

  await test.step('steps move, go and come back by keys', async () => {
    await rows(page).nth(3).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect(rows(page).nth(2)).toHaveText(/publish/)
    await expect(rows(page).nth(2)).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(rows(page)).toHaveCount(4)
    await page.keyboard.press('ControlOrMeta+KeyZ')
    await page.keyboard.press('ControlOrMeta+KeyZ')
    await expect(rows(page).nth(3)).toHaveText(/publish/)
  })
})

test('a wrong step says where, and is repaired there', async ({ page }) => {
  await openUseCase(page, [
    { step: 'load', entity: 'user', by: 'id', value: { value: 'input', path: ['user_id'] }, as: 'user' },
    {
      step: 'require',
      condition: {
        test: 'compare',
        operator: '=',
        left: { value: 'result', name: 'user', path: ['verified'] },
        right: { value: 'constant', constant: true },
      },
      error: 'UnverifiedUserError',
      text: { en: 'Verify your identity first.' },
    },
    { step: 'answer', status: 204 },
  ])
  await expect(rows(page).nth(1)).toContainText('1 error')
  await rows(page).nth(1).focus()
  await page.keyboard.press('Enter')
  const left = page.getByRole('combobox', { name: 'What is compared' })
  await expect(left).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('[data-steps]').getByRole('link', { name: 'invalid-step' })).toBeVisible()
  await left.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('is_verified')
  await page.keyboard.press('Enter')
  await expect(left).toHaveText('user.is_verified')
  await expect(rows(page).nth(1)).not.toContainText('error')
  await expect(page.locator('[data-steps]').getByRole('link', { name: 'invalid-step' })).toBeHidden()
})

test('a result that is called otherwise takes the later steps along', async ({ page }) => {
  await openUseCase(page, [
    { step: 'load', entity: 'user', by: 'id', value: { value: 'input', path: ['user_id'] }, as: 'user' },
    { step: 'answer', status: 200, content: { body: 'entity', result: 'user' } },
  ])
  await rows(page).first().click()
  await page.getByLabel('Result', { exact: true }).fill('borrower')
  await page.keyboard.press('Enter')
  await expect(rows(page).nth(1)).toHaveText(/answer 200 with borrower/)
})

const everything: readonly Step[] = [
  { step: 'load', entity: 'user', by: 'id', value: { value: 'input', path: ['user_id'] }, as: 'user' },
  {
    step: 'find',
    entity: 'loan',
    where: [{ field: 'user_id', operator: '=', value: { value: 'result', name: 'user', path: ['id'] } }],
    orderBy: 'created_at',
    as: 'loans',
  },
  {
    step: 'decide',
    rule: 'credit_score',
    inputs: [{ name: 'open', value: { value: 'sum', of: 'loans', field: 'amount' } }],
    result: { type: 'integer' },
    rows: [
      {
        when: {
          test: 'compare',
          operator: '<',
          left: { value: 'input', path: ['open'] },
          right: { value: 'constant', constant: 5000 },
        },
        result: 10,
      },
    ],
    otherwise: 5,
    as: 'score',
  },
  {
    step: 'create',
    entity: 'loan',
    values: [
      { name: 'user_id', value: { value: 'result', name: 'user', path: ['id'] } },
      {
        name: 'purpose',
        value: {
          value: 'text',
          text: { en: 'For {name}' },
          places: [{ name: 'name', value: { value: 'result', name: 'user', path: ['name'] } }],
        },
      },
    ],
    as: 'loan',
  },
  { step: 'answer', status: 201, content: { body: 'entity', result: 'loan' } },
]

for (const colorScheme of ['light', 'dark'] as const) {
  test(`forms and pickers of steps are right for everyone, ${colorScheme}`, async ({ page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openUseCase(page, everything)
    for (const [index] of everything.entries()) {
      await rows(page).nth(index).click()
      await expect(rows(page).nth(index)).toHaveAttribute('aria-expanded', 'true')
      const { violations } = await new AxeBuilder({ page }).include('[data-inspector]').analyze()
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
    }
    await page.getByRole('combobox', { name: 'Result' }).press('ArrowDown')
    await expect(page.getByRole('option').first()).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  })
}
