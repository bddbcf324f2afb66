import { expect, test } from 'vitest'
import { financeLending } from '@/lib/examples/finance-lending'
import { errorsOf } from '@/lib/rules/judge'
import { calling } from '@/lib/testing/calling'
import type { Step } from '@/lib/topology/model/step'
import { constant, result } from '@/lib/topology/steps/written-values'
import { generate } from '../generate'

const design = calling(financeLending.topology)
const files = generate(design)
const contentOf = (path: string) => files.get(path)?.content ?? ''

test('who answers under a condition says that there is nothing where it does not hold', () => {
  const portal = 'services/finance_portal_api'
  expect(contentOf(`${portal}/application/use_cases/know.py`)).toMatch(
    /-> KnowAnswer \| None:[\s\S]*if known is not None:\n {12}return KnowAnswer\(name=known\.name\)\n {8}return None\n/,
  )
  const route = contentOf(`${portal}/api/routes/cases/know.py`)
  expect(route).toContain('-> KnowResponse | Response:')
  expect(route).toContain(
    '    if answer is None:\n        return Response(status_code=status.HTTP_204_NO_CONTENT)\n',
  )
  const described = JSON.parse(contentOf('contracts/openapi/finance_portal_api.json')) as {
    readonly paths: Record<string, { readonly get: { readonly responses: Record<string, object> } }>
  }
  const { responses } = described.paths['/api/v1/users/{user_id}/name']?.get ?? { responses: {} }
  expect(responses['200']).toHaveProperty('content')
  expect(responses['204']).toEqual({ description: 'There is nothing to answer.' })
})

test('who calls it gets something or nothing', () => {
  const worker = 'services/finance_reminder_worker'
  expect(contentOf(`${worker}/application/ports/finance_portal_api_system.py`)).toContain(
    'PortalApiKnowAnswer | None:',
  )
  expect(contentOf(`${worker}/application/schedules/invite.py`)).toContain('if known is not None:')
})

test('both ways are tested', () => {
  const tests = contentOf('services/finance_portal_api/tests/use_cases/test_know.py')
  expect(tests).toContain('async def test_success(')
  expect(tests).toContain('httpx.codes.OK')
})

test('what only a rule looks at that nobody asks has no variable', () => {
  const steps: readonly Step[] = [
    {
      step: 'call',
      target: 'lending',
      operation: 'list_users',
      values: [{ name: 'limit', value: constant(1) }],
      as: 'users',
    },
    {
      step: 'decide',
      rule: 'unasked',
      inputs: [{ name: 'cursor', value: result('users', 'next_cursor') }],
      result: { type: 'boolean' },
      rows: [],
      otherwise: true,
      as: 'verdict',
    },
  ]
  const nodes = design.nodes.map((node) =>
    node.type === 'service' && node.kind === 'worker'
      ? { ...node, schedules: node.schedules?.map((one) => ({ ...one, steps })) }
      : node,
  )
  const changed = { ...design, nodes, links: design.links.filter(({ id }) => id !== 'calling-both') }
  expect(errorsOf(changed)).toEqual([])
  const invite = generate(changed).get('services/finance_reminder_worker/application/schedules/invite.py')
  expect(invite?.content).toMatch(/^ {8}await self\._finance_lending_api_system\.list_users/m)
})
