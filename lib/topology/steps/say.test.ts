import { describe, expect, it } from 'vitest'
import { emptyTopology } from '../fresh'
import { lookup } from '../lookup'
import type { Service } from '../model/service'
import { type Step, stepSchema } from '../model/step'
import type { Topology } from '../model/topology'
import { type Condition, conditionSchema, type Value, valueSchema } from '../model/value'
import { randomDocument } from '../random/random-document'
import { type Choice, shapeOf, type VariantsShape } from '../shape'
import { sayCondition } from './say-condition'
import { phraseStep, sayStep } from './say-step'
import { sayValue } from './say-value'

const api: Service = { id: 'api', type: 'service', kind: 'business_api', domain: 'lending' }
const worker: Service = { id: 'worker', type: 'service', kind: 'worker', domain: 'scoring' }
const topology: Topology = {
  ...emptyTopology(),
  nodes: [
    api,
    worker,
    { id: 'bureau', type: 'external', protocol: 'http', name: 'credit_bureau', operations: [] },
  ],
  entities: [
    { id: 'user', owner: 'data', name: 'user', fields: [] },
    { id: 'loan', owner: 'data', name: 'loan', fields: [] },
  ],
  messages: [{ id: 'applied', type: 'event', name: 'loan.applied', fields: [] }],
}
const look = lookup(topology)

const input = (...path: string[]): Value => ({ value: 'input', path })
const of = (name: string, ...path: string[]): Value => ({ value: 'result', name, path })
const constant = (text: string | number | boolean | null): Value => ({ value: 'constant', constant: text })
const given = (...names: string[]) => names.map((name) => ({ name, value: input(name) }))
const verified: Condition = { test: 'is_set', value: of('user', 'is_verified') }
const later: Value = { value: 'shift', date: { value: 'now' }, direction: 'before', amount: 2, unit: 'days' }

const steps: readonly [Step, string, string][] = [
  [
    { step: 'load', entity: 'user', by: 'id', value: input('user_id'), as: 'user' },
    'load user by id = input.user_id as user',
    'загрузить user по id = input.user_id как user',
  ],
  [
    { step: 'load', entity: 'nowhere', by: '', value: input(), as: '' },
    'load an entity that is gone by … = input as …',
    'загрузить удалённую сущность по … = input как …',
  ],
  [
    {
      step: 'find',
      entity: 'loan',
      where: [{ field: 'due_at', operator: '<', value: later }],
      orderBy: 'due_at',
      descending: true,
      limit: 10,
      as: 'loans',
    },
    'find loan where due_at < now − 2 days, by due_at falling, at most 10, as loans',
    'найти loan, где due_at < сейчас − 2 дня, по убыванию due_at, не больше 10, как loans',
  ],
  [{ step: 'find', entity: 'loan', where: [], as: 'loans' }, 'find loan as loans', 'найти loan как loans'],
  [{ step: 'for_each', of: 'loans', steps: [] }, 'for each of loans', 'для каждого из loans'],
  [
    { step: 'require', condition: verified, error: 'UnverifiedUserError', text: {} },
    'require user.is_verified is set else 409 UnverifiedUserError',
    'проверить: user.is_verified задано, иначе 409 UnverifiedUserError',
  ],
  [
    { step: 'require', condition: verified, error: 'NotPendingError', text: {}, otherwise: 'stop' },
    'require user.is_verified is set else stop',
    'проверить: user.is_verified задано, иначе остановиться',
  ],
  [
    { step: 'require', condition: verified, error: 'NotPendingError', text: {}, otherwise: 'fail' },
    'require user.is_verified is set else fail with NotPendingError',
    'проверить: user.is_verified задано, иначе ошибка NotPendingError',
  ],
  [
    {
      step: 'decide',
      rule: 'credit_score',
      inputs: given('age', 'income'),
      result: { type: 'integer' },
      rows: [],
      otherwise: 0,
      as: 'score',
    },
    'decide by the rule credit_score from 2 values as score',
    'решить по правилу credit_score из 2 значений как score',
  ],
  [
    { step: 'create', entity: 'loan', values: given('a', 'b', 'c'), as: 'loan' },
    'create loan from 3 values as loan',
    'создать loan из 3 значений как loan',
  ],
  [
    { step: 'update', target: 'loan', values: given('a', 'b', 'c', 'd') },
    'update loan: a, b, c and 1 more',
    'изменить loan: a, b, c и ещё 1',
  ],
  [{ step: 'delete', target: 'loan' }, 'delete loan', 'удалить loan'],
  [
    { step: 'upsert', entity: 'user', by: 'email', values: given('email') },
    'create or update user by email from 1 value',
    'создать или изменить user по email из 1 значения',
  ],
  [
    { step: 'publish', message: 'applied', values: given('a') },
    'publish loan.applied',
    'опубликовать loan.applied',
  ],
  [
    { step: 'publish', message: 'applied', values: [], delaySeconds: 7200, when: verified },
    'when user.is_verified is set: publish loan.applied, after 2 hours',
    'если user.is_verified задано: опубликовать loan.applied, задержка: 2 часа',
  ],
  [
    {
      step: 'call',
      target: 'bureau',
      operation: 'check',
      values: given('a'),
      otherwise: 'continue',
      as: 'report',
    },
    'call check of credit_bureau from 1 value, go on if it fails as report',
    'вызвать check у credit_bureau из 1 значения, при отказе продолжить как report',
  ],
  [
    {
      step: 'email',
      via: 'mail',
      to: of('user', 'email'),
      subject: { value: 'text', text: { en: 'Hello {name}' }, places: [{ name: 'name', value: of('user') }] },
      body: constant(''),
    },
    'email user.email: “Hello {user}”',
    'письмо user.email: “Hello {user}”',
  ],
  [
    { step: 'notify', chat: { value: 'sender', path: ['id'] }, text: constant('Done') },
    'write to the chat sender.id: “Done”',
    'написать в чат sender.id: “Done”',
  ],
  [{ step: 'answer', status: 204 }, 'answer 204', 'ответить 204'],
  [
    { step: 'answer', status: 201, content: { body: 'entity', result: 'loan' } },
    'answer 201 with loan',
    'ответить 201: loan',
  ],
  [
    { step: 'answer', status: 200, content: { body: 'list', result: 'loans' } },
    'answer 200 with the list loans',
    'ответить 200: список loans',
  ],
  [
    { step: 'answer', status: 200, content: { body: 'object', fields: given('a', 'b') } },
    'answer 200 with a, b',
    'ответить 200: a, b',
  ],
]

const values: readonly [Value, string, string][] = [
  [input('address', 'city'), 'input.address.city', 'input.address.city'],
  [{ value: 'message', path: ['event_id'] }, 'message.event_id', 'message.event_id'],
  [{ value: 'item', path: [] }, 'item', 'item'],
  [{ value: 'sender', path: ['id'] }, 'sender.id', 'sender.id'],
  [{ value: 'caller', path: ['id'] }, 'caller.id', 'caller.id'],
  [of('user', 'name'), 'user.name', 'user.name'],
  [constant('pending'), '“pending”', '“pending”'],
  [constant(null), 'nothing', 'ничего'],
  [constant(true), 'yes', 'да'],
  [{ value: 'now' }, 'now', 'сейчас'],
  [{ value: 'today' }, 'today', 'сегодня'],
  [{ value: 'new_id' }, 'a new id', 'новый id'],
  [
    {
      value: 'text',
      text: { en: 'Hi {a}', ru: 'Привет, {a}' },
      places: [{ name: 'a', value: { value: 'today' } }],
    },
    '“Hi {today}”',
    '“Привет, {сегодня}”',
  ],
  [
    {
      value: 'arithmetic',
      operator: '*',
      left: { value: 'arithmetic', operator: '+', left: input('a'), right: constant(1) },
      right: input('b'),
    },
    '(input.a + 1) × input.b',
    '(input.a + 1) × input.b',
  ],
  [later, 'now − 2 days', 'сейчас − 2 дня'],
  [{ value: 'count', of: 'loans' }, 'number of loans', 'количество loans'],
  [{ value: 'sum', of: 'loans', field: 'amount' }, 'sum of loans.amount', 'сумма loans.amount'],
]

const conditions: readonly [Condition, string, string][] = [
  [
    { test: 'compare', operator: '!=', left: of('loan', 'status'), right: constant('done') },
    'loan.status ≠ “done”',
    'loan.status ≠ “done”',
  ],
  [
    { test: 'in', value: input('a'), among: ['x', 2] },
    'input.a is one of “x”, 2',
    'input.a — одно из: “x”, 2',
  ],
  [verified, 'user.is_verified is set', 'user.is_verified задано'],
  [
    { test: 'and', conditions: [verified, { test: 'is_set', value: input('a') }] },
    'user.is_verified is set and input.a is set',
    'user.is_verified задано и input.a задано',
  ],
]

const tagsOf = (shape: unknown): readonly Choice[] => [...(shape as VariantsShape).byTag.keys()].sort()

describe('sentences of steps', () => {
  it.each(steps)('says %#: $step', (step, en, ru) => {
    expect(sayStep(look, api, step)).toEqual({ en, ru })
  })

  it.each(values)('says the value %#', (value, en, ru) => expect(sayValue(value)).toEqual({ en, ru }))

  it.each(conditions)('says the condition %#', (condition, en, ru) =>
    expect(sayCondition(condition)).toEqual({ en, ru }),
  )

  it('has words for every variant that the format has', () => {
    const said = (list: readonly (readonly [object, ...unknown[]])[], tag: string) =>
      [...new Set(list.map(([one]) => (one as Readonly<Record<string, Choice>>)[tag]))].sort()
    expect(said(steps, 'step')).toEqual(tagsOf(shapeOf(stepSchema)))
    expect(said(values, 'value')).toEqual(tagsOf(shapeOf(valueSchema)))
    expect(said(conditions, 'test')).toEqual(tagsOf(shapeOf(conditionSchema)))
  })

  it('tells no status where no one is answered', () => {
    const step: Step = { step: 'require', condition: verified, error: 'LateError', text: {} }
    expect(sayStep(look, worker, step).en).toBe('require user.is_verified is set else LateError')
  })

  it('tells the names from the words', () => {
    const [first] = steps
    expect(first && phraseStep(look, api, first[0]).en).toEqual([
      { words: 'load ' },
      { name: 'user', of: 'part' },
      { words: ' by ' },
      { name: 'id', of: 'part' },
      { words: ' = ' },
      { name: 'input.user_id', of: 'value' },
      { words: ' as ' },
      { name: 'user', of: 'part' },
    ])
  })

  it('says anything that the format holds', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const document = randomDocument(seed)
      const lists = document.nodes.flatMap((node) =>
        node.type === 'service' && node.kind === 'business_api'
          ? (node.useCases ?? []).map(({ steps }) => ({ node, steps }))
          : [],
      )
      for (const { node, steps: some } of lists)
        for (const step of some) {
          const { en, ru } = sayStep(lookup(document), node, step)
          expect(en).not.toContain('undefined')
          expect(en).not.toBe('')
          expect(ru).not.toBe('')
        }
    }
  })
})
