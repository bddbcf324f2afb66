import { describe, expect, it } from 'vitest'
import type { Step } from '@/lib/topology/model/step'
import type { Condition, Value } from '@/lib/topology/model/value'
import { mayBeOwnDoing } from './own-doing'

const status: Value = { value: 'result', name: 'loan', path: ['status'] }
const amount: Value = { value: 'message', path: ['amount'] }
const pending: Value = { value: 'constant', constant: 'pending' }
const load: Step = { step: 'load', entity: 'loan', by: 'id', value: amount, as: 'loan' }
const remove: Step = { step: 'delete', target: 'loan' }
const told: Step = { step: 'publish', message: 'told', values: [] }
const is = (left: Value, right: Value): Condition => ({ test: 'compare', operator: '=', left, right })
const set: Condition = { test: 'is_set', value: status }

function ask(condition: Condition, ...others: readonly Step[]): boolean {
  const step = { step: 'require', condition, error: 'odd', text: {}, otherwise: 'stop' } as const
  return mayBeOwnDoing(step, [load, step, ...others])
}

describe('a requirement may fail by what the same steps have written', () => {
  it('where it looks at rows, lists or the clock, and they write', () => {
    expect(ask(is(status, pending), remove)).toBe(true)
    expect(ask({ test: 'in', value: status, among: ['pending'] }, remove)).toBe(true)
    expect(ask(is({ value: 'count', of: 'loans' }, amount), remove)).toBe(true)
    expect(ask(is({ value: 'today' }, amount), remove)).toBe(true)
    expect(ask({ test: 'and', conditions: [is(amount, pending), is(status, pending)] }, remove)).toBe(true)
  })

  it('not where nothing is written, or what was given decides', () => {
    expect(ask(is(status, pending))).toBe(false)
    expect(ask(is(status, pending), told)).toBe(false)
    expect(ask(is(amount, pending), remove)).toBe(false)
  })

  it('not where the steps after it rely on something that is there', () => {
    expect(ask(set, remove)).toBe(false)
    expect(ask({ test: 'and', conditions: [set, is(status, pending)] }, remove)).toBe(false)
    expect(ask(is(status, { value: 'constant', constant: null }), remove)).toBe(false)
  })
})
