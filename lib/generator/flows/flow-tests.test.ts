import { expect, test } from 'vitest'
import { examples } from '@/lib/examples/examples'
import { finance } from '@/lib/examples/finance'
import { generate } from '../generate'

const inE2e = (path: string) => path.startsWith('tests/e2e/')

test('every use case, resource and handler that takes part in a flow has its test', () => {
  const names = [...generate(finance.topology).keys()].filter((path) => /^tests\/e2e\/test_/.test(path))
  expect(names.map((path) => path.slice('tests/e2e/test_'.length, -'.py'.length))).toEqual([
    'finance_correspondence_worker_loan_scored',
    'finance_correspondence_worker_user_created',
    'finance_email_worker_email_send',
    'finance_lending_api',
    'finance_lending_api_apply_for_loan',
    'finance_scoring_worker_loan_applied',
  ])
})

test('how a handler ends is demanded only where no rule of a person decides', () => {
  const files = generate(finance.topology)
  const read = (name: string) => files.get(`tests/e2e/test_finance_${name}.py`)?.content ?? ''
  expect(read('email_worker_email_send')).toContain('flow.is_handled')
  expect(read('scoring_worker_loan_applied')).toContain('flow.arrives')
})

test('rows cannot be placed where everybody only reads', () => {
  const { topology } = finance
  const links = topology.links.map((link) =>
    link.type === 'calls' ? { ...link, access: 'read' as const } : link,
  )
  const files = generate({ ...topology, links })
  const named = [...files.keys()].filter(inE2e)
  expect(named).toContain('tests/e2e/test_finance_email_worker_email_send.py')
  expect(named.filter((path) => path.includes('lending_api'))).toEqual([])
  expect(files.get('tests/e2e/conftest.py')?.content).not.toContain('DataApiWorld')
})

test('nothing of it is where nothing is worked off', () => {
  for (const { topology } of examples) {
    if (topology.links.some(({ type }) => type === 'consumes')) continue
    expect([...generate(topology).keys()].filter(inE2e)).toEqual([])
  }
})
