import { expect, test } from 'vitest'
import { financeLending } from '@/lib/examples/finance-lending'
import { calling } from '@/lib/testing/calling'
import type { Topology } from '@/lib/topology/model/topology'
import { generate } from './generate'
import { resolveProject } from './resolve-project'

const design = calling(financeLending.topology)

function systemOf(topology: Topology, service: string) {
  const found = resolveProject(topology).services.find(({ name }) => name === service)
  return found?.systems[0]
}

test('an API that is called is a system with the operations that steps ask for', () => {
  const system = systemOf(design, 'finance_portal_api')
  expect(system).toMatchObject({
    name: 'finance_lending_api',
    className: 'LendingApi',
    variable: 'FINANCE_LENDING_API_URL',
    api: { service: 'finance_lending_api', port: 8000 },
  })
  const ways = system?.operations.map(
    ({ method, path, isKeyed, isVersioned }) =>
      `${method} ${path}${isKeyed ? ' key' : ''}${isVersioned ? ' version' : ''}`,
  )
  expect(ways).toEqual([
    'POST /api/v1/users/{user_id}/loan-applications key',
    'DELETE /api/v1/users/{user_id} version',
    'GET /api/v1/loans',
    'GET /api/v1/users/{user_id}',
    'PATCH /api/v1/users/{user_id} version',
  ])
})

test('as long as no step asks for anything, there is all', () => {
  const nodes = design.nodes.map((node) =>
    node.type === 'service' && node.kind === 'business_api' && node.domain === 'portal'
      ? { ...node, useCases: [] }
      : node,
  )
  const names = systemOf({ ...design, nodes }, 'finance_portal_api')?.operations.map(({ name }) => name)
  expect(names).toHaveLength(16)
  expect(names).toContain('list_loan_payments')
})

test('what may be given as nothing is told from what is left out', () => {
  const update = systemOf(design, 'finance_portal_api')?.operations.find(({ name }) => name === 'update_user')
  const nullable = update?.input.flatMap(({ name, mayBeEmpty }) => (mayBeEmpty ? name : []))
  expect(nullable).toEqual(['phone'])
  const file = generate(design).get('services/finance_portal_api/domain/externals/finance_lending_api.py')
  expect(file?.content).toContain('    phone: Text | Unset | None = UNSET\n')
  expect(file?.content).toContain('    email: Text | None = None\n')
})

test('a called API starts before those that ask it, and is no upstream of data', () => {
  const compose = generate(design).get('docker-compose.dev.yml')?.content ?? ''
  const [, portal = ''] = compose.split('\n  finance-portal-api:\n')
  expect(portal).toContain('FINANCE_LENDING_API_URL: http://finance-lending-api:8000')
  expect(portal).toMatch(/depends_on:\n {6}finance-lending-api:\n {8}condition: service_healthy/)
  expect(compose.indexOf('finance-lending-api:\n')).toBeLessThan(compose.indexOf('finance-portal-api:\n'))
  const services = resolveProject(design).services
  expect(services.find(({ name }) => name === 'finance_portal_api')?.upstreams).toEqual([])
})

test('an external system of the same name keeps its classes', () => {
  const nodes = [
    ...design.nodes,
    { id: 'other', type: 'external', protocol: 'http', name: 'lending_api', operations: [] } as const,
  ]
  expect(systemOf({ ...design, nodes }, 'finance_portal_api')?.className).toBe('FinanceLendingApi')
})

test('a use case fills in its default, so nothing cannot be given in its place', () => {
  const noted = { name: 'noted_on', type: 'date', default: 'now', optional: true } as const
  const nodes = design.nodes.map((node) =>
    node.type === 'service' && node.kind === 'business_api' && node.domain === 'lending'
      ? {
          ...node,
          useCases: (node.useCases ?? []).map((useCase) => ({
            ...useCase,
            input: [...useCase.input, noted],
          })),
        }
      : node,
  )
  const [apply] = systemOf({ ...design, nodes }, 'finance_portal_api')?.operations ?? []
  const nullable = apply?.input.flatMap(({ name, mayBeEmpty }) => (mayBeEmpty ? name : []))
  expect(apply?.input.map(({ name }) => name)).toContain('noted_on')
  expect(nullable).toEqual(['purpose'])
})
