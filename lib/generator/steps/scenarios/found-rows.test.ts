import { describe, expect, it } from 'vitest'
import type { Step } from '@/lib/topology/model/step'
import type { Comparison, Value } from '@/lib/topology/model/value'
import type { Entity, Field, FieldType } from '../../project'
import { scenarioViews } from './scenario-view'
import { type Scenario, scenariosOf } from './scenarios'

const field = (name: string, type: FieldType): Field => ({
  name,
  type,
  required: true,
  label: null,
  unique: false,
  indexed: true,
  default: null,
})
const owner: FieldType = {
  type: 'reference',
  entity: { name: 'person', plural: 'persons', className: 'Person' },
  onDelete: 'restrict',
  deferred: false,
}
const whole: FieldType = { type: 'integer', min: '0', max: '90' }
const account: Entity = {
  name: 'account',
  plural: 'accounts',
  className: 'Account',
  path: '/accounts',
  service: 'data',
  labels: { one: null, many: null, genitive: null },
  fields: [field('owner_id', owner), field('balance', whole)],
  filters: [],
  indexes: [],
  origin: { part: 'entity', id: 'account' },
}

const input: readonly Field[] = [field('owner_id', owner), field('least', whole)]
const asked = (name: string): Value => ({ value: 'input', path: [name] })
const constant = (value: number): Value => ({ value: 'constant', constant: value })
const find: Step = {
  step: 'find',
  entity: 'account',
  where: [
    { field: 'owner_id', operator: '=', value: asked('owner_id') },
    { field: 'balance', operator: '>', value: asked('least') },
  ],
  as: 'accounts',
}
const refuse = (left: Value, operator: Comparison, right: Value, error: string): Step => ({
  step: 'require',
  condition: { test: 'compare', operator, left, right },
  error,
  text: { en: 'No.' },
})
const list: Step = { step: 'answer', status: 200, content: { body: 'list', result: 'accounts' } }

function scenarios(steps: readonly Step[]): readonly Scenario[] {
  const sampled = new Map([['account', account]])
  const nothing = () => {
    throw new Error('Nothing is called or published here')
  }
  const outside = { operation: nothing, message: nothing, implied: () => undefined }
  return scenariosOf({ locale: 'en', input, steps, entity: () => account, ...outside, sampled })
}

function about(found: readonly Scenario[]): readonly string[] {
  return found.map(({ about: one }) => (one.is === 'refusal' ? one.step.error : one.is))
}

function views(found: readonly Scenario[]) {
  return scenarioViews(found, {
    input,
    inPath: new Set<string>(),
    hasBody: true,
    hasQuery: false,
    slugOf: (error) => error,
    status: 200,
  })
}

describe('scenarios with searches', () => {
  it('make a row that is found, and show it in the answer', () => {
    const found = scenarios([find, list])
    expect(about(found)).toEqual(['success'])
    expect(found[0]?.outcome.found.get('accounts')).toBe(1)
    expect(views(found)[0]?.listed.map((one) => one?.text)).toEqual(['accounts["id"]'])
  })

  it('say whom a row belongs to, unless that follows from its number', () => {
    const count: Value = { value: 'count', of: 'accounts' }
    const [view] = views(scenarios([find, refuse(count, '>', constant(1), 'few'), list]))
    const [target, ...rows] = view?.rows ?? []
    expect(target).toMatchObject({ variable: 'person', isTarget: true, number: 0 })
    expect(rows.map(({ number }) => number)).toEqual([0, 1])
    expect(rows[0]?.changes?.text).not.toContain('owner_id')
    expect(rows[1]?.changes?.text).toContain('"owner_id": person')
  })

  it('refuse by how many there are and by their sum', () => {
    const count: Value = { value: 'count', of: 'accounts' }
    const total: Value = { value: 'sum', of: 'accounts', field: 'balance' }
    const steps = [
      find,
      refuse(count, '>', constant(0), 'none'),
      refuse(count, '<', constant(2), 'many'),
      refuse(total, '<', constant(50), 'much'),
      list,
    ]
    expect(about(scenarios(steps))).toEqual(['success', 'none', 'many', 'much'])
  })

  it('refuse an item of a loop', () => {
    const balance: Value = { value: 'item', path: ['balance'] }
    const loop: Step = {
      step: 'for_each',
      of: 'accounts',
      steps: [refuse(balance, '<', constant(80), 'rich'), refuse(balance, '!=', constant(7), 'seven')],
    }
    expect(about(scenarios([find, loop, list]))).toEqual(['success', 'rich', 'seven'])
  })

  it('are left out where the order decides which rows are found', () => {
    const two = refuse({ value: 'count', of: 'accounts' }, '>', constant(1), 'few')
    expect(about(scenarios([{ ...find, limit: 1 }, two, list]))).toEqual(['few'])
  })
})
