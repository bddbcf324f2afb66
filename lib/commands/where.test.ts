import { expect, it } from 'vitest'
import { judge } from '@/lib/rules/judge'
import { api, entity, handler, integer, lending, scenario, worker } from '@/lib/rules/sketch'
import { whereAlike } from './where'

it('tells of findings that read alike where each of them stands', () => {
  const steps = [{ step: 'delete', target: 'nothing' }] as const
  const topology = lending({
    nodes: [
      api('lending', { useCases: [scenario('close', steps)] }),
      api('portal', { useCases: [scenario('close', steps)] }),
      worker('night', { handlers: [handler('loan-created', steps)] }),
    ],
    entities: [entity('loan', [integer('amount')])],
  })
  const findings = judge(topology).filter(({ rule }) => rule === 'invalid-step')
  const where = [...whereAlike(topology, findings).values()]
  expect(where.map(({ en }) => en).sort()).toEqual([
    'finance_lending_api · close · step 1',
    'finance_portal_api · close · step 1',
  ])
  expect(where[0]?.ru).toContain('шаг 1')
})
