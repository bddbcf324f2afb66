import { describe, expect, it } from 'vitest'
import { variableOf } from '@/lib/rules/checks/variables'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import { addressVariable, derivedOf, placeholdersOf } from './derived'

const queue: Node = { id: 'q', type: 'queue', name: 'loan_events', messages: ['m', 'gone'] }
const bank: Node = { id: 'b', type: 'external', protocol: 'http', name: 'bank', operations: [] }
const bot: Node = { id: 't', type: 'service', kind: 'bot', domain: 'support' }
const api: Node = { id: 'a', type: 'service', kind: 'business_api', domain: 'lending' }
const empty = emptyTopology()
const design: Topology = {
  ...empty,
  project: { ...empty.project, context: 'finance' },
  nodes: [queue, bank, bot, api],
  messages: [{ id: 'm', type: 'event', name: 'loan.created', fields: [] }],
}
const facts = (node: Node) => derivedOf(design, node).map(({ label, value }) => `${label.en}: ${value}`)

describe('what follows from a node', () => {
  it('is said as the project will have it', () => {
    expect(facts(queue)).toEqual([
      'Exchange: finance.events',
      'Routing keys: loan.created',
      'Dead-letter queue: loan_events.dlq',
    ])
    expect(facts({ ...queue, deadLetter: false })).not.toContain('Dead-letter queue: loan_events.dlq')
    expect(facts(api)).toEqual([
      'Address: http://localhost:8000',
      'Folder: services/finance_lending_api',
      'Port variable: FINANCE_LENDING_API_PORT',
    ])
  })

  it('stands in the fields that are empty', () => {
    const empties = (node: Node) => placeholdersOf(design, node, (value) => `${value} auto`)
    expect(empties(queue)).toEqual({ prefetch: '10', retries: '3' })
    expect(empties(bank)).toEqual({ baseUrlVariable: 'BANK_URL' })
    expect(empties(bot).tokenVariable).toBe('FINANCE_SUPPORT_BOT_TELEGRAM_TOKEN')
    expect(empties(api).port).toBe('8000 auto')
  })

  it('names the variable of an outside system as the rules do', () => {
    expect(addressVariable(bank)).toBe(variableOf(bank))
    expect(addressVariable({ ...bank, baseUrlVariable: 'BANK_API' })).toBe('BANK_API')
  })
})
