import { describe, expect, it } from 'vitest'
import {
  api,
  bot,
  calls,
  entity,
  event,
  external,
  field,
  lending,
  reference,
  string,
  worker,
} from '@/lib/rules/sketch'
import { changeAt } from '../at'
import { lookup } from '../lookup'
import type { Field } from '../model/field'
import type { Step } from '../model/step'
import type { Topology } from '../model/topology'
import type { Condition, Value } from '../model/value'
import { scopeAt, scopeBefore } from './analysis'
import { checkCondition } from './condition'
import { freshStep } from './fresh-step'
import { missingInput } from './load-key'
import { valuesIn } from './offers'
import { STEP_TYPES } from './phases'
import type { Scope } from './scope'
import { judgeValue, typeOfValue } from './typed-value'
import { plainType } from './value-type'

const state = field('state', { type: 'enum', values: [{ name: 'open' }, { name: 'closed' }] })
const fields: readonly Field[] = [
  reference('user_id', 'user'),
  field('amount', { type: 'decimal', precision: 12, scale: 2 }),
  field('due', { type: 'date' }, { optional: true, indexed: true }),
  field('pin', { type: 'secret' }, { optional: true }),
  state,
]
const load: Step = { step: 'load', entity: 'loan', by: 'id', value: input('loan_id'), as: 'loan' }
const find: Step = { step: 'find', entity: 'loan', where: [], as: 'loans' }

function input(...path: string[]): Value {
  return { value: 'input', path }
}
function result(name: string, ...path: string[]): Value {
  return { value: 'result', name, path }
}

function design(...steps: Step[]): Topology {
  return lending({
    nodes: [
      api('lending', {
        useCases: [
          {
            id: 'close',
            name: 'close_loan',
            method: 'POST',
            path: '/loans/{loan_id}/close',
            input: [
              reference('loan_id', 'loan'),
              string('note', { optional: true }),
              field('amount', { type: 'integer' }),
            ],
            steps,
          },
        ],
      }),
      bot('support', { commands: [{ id: 'c', name: 'loans', steps: [] }] }),
      worker('night', {
        handlers: [{ id: 'h', message: 'loan-created', steps: [] }],
        schedules: [{ id: 's', name: 'nightly', cron: '0 3 * * *', steps: [find] }],
      }),
      external('bureau'),
    ],
    links: [calls('support', 'records'), calls('night', 'records')],
    entities: [
      entity('user', [string('name'), field('telegram_id', { type: 'integer' }, { unique: true })]),
      entity('loan', fields),
    ],
    messages: [{ ...event('loan.created'), fields: [reference('loan_id', 'loan')] }],
  })
}

function scopeIn(topology: Topology, service: string, ...path: (string | number)[]): Scope {
  const scope = scopeAt(lookup(topology), service, path)
  if (!scope) throw new Error('no scope')
  return scope
}
const behind = (...steps: Step[]) =>
  scopeIn(design(...steps), 'lending', 'useCases', 0, 'steps', steps.length)

const typeOf = (scope: Scope, value: Value) => {
  const type = typeOfValue(scope, value)
  return type.is === 'plain' ? `${type.type.type}${type.optional ? '?' : ''}` : type.is
}
const faults = (scope: Scope, value: Value) =>
  judgeValue(scope, value).faults.map(({ path, code }) => `${path.join('.')}: ${code}`)

describe('what can be named before a step', () => {
  it('is the input, then the results of the steps before', () => {
    expect(typeOf(behind(load), input('amount'))).toBe('integer')
    expect(typeOf(behind(load), result('loan', 'due'))).toBe('date?')
    expect(typeOf(behind(load), result('loan', 'id'))).toBe('reference')
    expect(typeOf(behind(load), result('loan', 'version'))).toBe('integer')
    expect(faults(behind(), result('loan'))).toEqual(['name: unknown-result'])
    expect(faults(behind(load), result('loan', 'gone'))).toEqual(['path.0: unknown-field'])
    expect(faults(behind(load), result('loan', 'pin'))).toEqual(['path.0: secret'])
    expect(faults(behind(load), { value: 'message', path: [] })).toEqual(['value: no-source'])
  })

  it('knows what was required to be set', () => {
    const isSet: Step = {
      step: 'require',
      condition: { test: 'is_set', value: result('loan', 'due') },
      error: 'no_due',
      text: {},
    }
    expect(typeOf(behind(load, isSet), result('loan', 'due'))).toBe('date')
    const maybe: Step = { ...load, when: { test: 'is_set', value: input('note') } }
    expect(typeOf(behind(maybe), result('loan', 'amount'))).toBe('decimal?')
  })

  it('is the message, the sender, the item of a loop', () => {
    const topology = design()
    expect(
      typeOf(scopeIn(topology, 'night', 'handlers', 0, 'steps', 0), { value: 'message', path: ['event_id'] }),
    ).toBe('uuid')
    expect(
      typeOf(scopeIn(topology, 'support', 'commands', 0, 'steps', 0), {
        value: 'sender',
        path: ['username'],
      }),
    ).toBe('string?')
    const looped = design(find, { step: 'for_each', of: 'loans', steps: [] })
    const scope = scopeIn(looped, 'lending', 'useCases', 0, 'steps', 1, 'steps', 0)
    expect(typeOf(scope, { value: 'item', path: ['amount'] })).toBe('decimal')
    expect(scopeAt(lookup(topology), 'lending', ['useCases', 9, 'steps', 0])).toBeUndefined()
  })

  it('is worked out again only where something changed that was read', () => {
    const topology = design(load)
    const path = ['useCases', 0, 'steps', 1]
    const scope = scopeAt(lookup(topology), 'lending', path)
    const renamed = { ...topology, project: { ...topology.project, title: { en: 'x' } } }
    expect(scopeAt(lookup(renamed), 'lending', path)).toBe(scope)
    const other = {
      ...topology,
      entities: topology.entities.map((one) => ({ ...one, fields: [string('x')] })),
    }
    expect(scopeAt(lookup(other), 'lending', path)).not.toBe(scope)
  })
})

describe('calculations, lists and texts', () => {
  const one: Value = { value: 'constant', constant: 1 }
  it('have the type that comes out', () => {
    const scope = behind(load, find)
    expect(typeOf(scope, { value: 'arithmetic', operator: '*', left: input('amount'), right: one })).toBe(
      'integer',
    )
    expect(
      typeOf(scope, {
        value: 'arithmetic',
        operator: '+',
        left: input('amount'),
        right: result('loan', 'amount'),
      }),
    ).toBe('decimal')
    expect(typeOf(scope, { value: 'count', of: 'loans' })).toBe('integer')
    expect(typeOf(scope, { value: 'sum', of: 'loans', field: 'amount' })).toBe('decimal')
    expect(
      typeOf(scope, {
        value: 'shift',
        date: { value: 'today' },
        direction: 'after',
        amount: 3,
        unit: 'days',
      }),
    ).toBe('date')
  })

  it('say at which part they are wrong', () => {
    const scope = behind(load, find)
    expect(
      faults(scope, { value: 'arithmetic', operator: '+', left: input('note'), right: result('gone') }),
    ).toEqual(['left: no-number', 'right.name: unknown-result'])
    expect(faults(scope, { value: 'sum', of: 'loans', field: 'state' })).toEqual(['field: no-sum'])
    expect(faults(scope, { value: 'count', of: 'loan' })).toEqual(['of: no-list'])
    expect(
      faults(scope, {
        value: 'shift',
        date: { value: 'today' },
        direction: 'after',
        amount: 3,
        unit: 'hours',
      }),
    ).toEqual(['unit: no-hours'])
    const greeting: Value = {
      value: 'text',
      text: { en: 'Hello, {name}: {more}' },
      places: [
        { name: 'name', value: input('note') },
        { name: 'rest', value: result('loan') },
      ],
    }
    expect(faults(scope, greeting).sort()).toEqual([
      'places.0.value: may-be-missing',
      'places.1.value: no-words',
      'places.1: value-without-place',
      'text: place-without-value',
    ])
  })
})

describe('conditions', () => {
  const compare = (left: Value, operator: '=' | '<', right: Value): Condition => ({
    test: 'compare',
    operator,
    left,
    right,
  })
  const constant = (value: string | number | boolean | null): Value => ({
    value: 'constant',
    constant: value,
  })
  const said = (condition: Condition) =>
    checkCondition(behind(load), condition).map(({ path, code }) => `${path.join('.')}: ${code}`)

  it('compare what can be compared', () => {
    expect(said(compare(result('loan', 'state'), '=', constant('open')))).toEqual([])
    expect(said(compare(result('loan', 'state'), '=', constant('lost')))).toEqual(['right: not-alike'])
    expect(said(compare(result('loan', 'due'), '<', { value: 'today' }))).toEqual(['left: may-be-missing'])
    expect(said(compare(result('loan', 'due'), '=', constant(null)))).toEqual([])
    expect(said(compare(result('loan', 'state'), '<', constant('open')))).toEqual(['left: no-order'])
    expect(said(compare(result('loan'), '=', result('loan')))).toEqual(['left: not-comparable'])
    expect(said({ test: 'in', value: result('loan', 'state'), among: ['open', 'x'] })).toEqual([
      'among.1: not-among',
    ])
  })

  it('know in their second part what the first one asks', () => {
    const due = result('loan', 'due')
    const both: Condition = {
      test: 'and',
      conditions: [{ test: 'is_set', value: due }, compare(due, '<', { value: 'today' })],
    }
    expect(said(both)).toEqual([])
  })
})

it('offers values, those of the name and the type first', () => {
  const names = (
    scope: Scope,
    ...wanted: Parameters<typeof valuesIn> extends [Scope, ...infer R] ? R : never
  ) => valuesIn(scope, ...wanted).map(({ name }) => name)
  expect(
    names(behind(load), plainType({ type: 'decimal', precision: 12, scale: 2 }), 'amount').slice(0, 2),
  ).toEqual(['loan.amount', 'input.amount'])
  expect(names(behind(), plainType(state))).toEqual(['"open"', '"closed"'])
  expect(names(behind(load))).toContain('loan.user_id')
})

it('makes a new step of every type, where there is something that it can be about', () => {
  const topology = design(load, find)
  const make = (service: string, path: (string | number)[]) =>
    STEP_TYPES.filter((type) => freshStep(lookup(topology), { service, path }, type))
  expect(make('lending', ['useCases', 0, 'steps', 2])).toEqual(
    STEP_TYPES.filter((type) => type !== 'email' && type !== 'call'),
  )
  expect(
    freshStep(lookup(topology), { service: 'support', path: ['commands', 0, 'steps', 0] }, 'load'),
  ).toEqual({
    step: 'load',
    entity: 'user',
    by: 'telegram_id',
    value: { value: 'sender', path: ['id'] },
    as: 'user',
  })
  expect(
    freshStep(lookup(topology), { service: 'night', path: ['schedules', 0, 'steps', 1] }, 'for_each'),
  ).toEqual({
    step: 'for_each',
    of: 'loans',
    steps: [
      {
        step: 'update',
        target: 'item',
        values: [{ name: 'state', value: { value: 'constant', constant: 'open' } }],
      },
    ],
  })
})

describe('a first step that loads', () => {
  const first = (service: string, path: (string | number)[], topology: Topology = design()) =>
    freshStep(lookup(topology), { service, path }, 'load')

  it('takes an id that is in scope, and never one that was made just now', () => {
    expect(first('lending', ['useCases', 0, 'steps', 0])).toMatchObject({
      by: 'id',
      value: { value: 'input' },
    })
    const step = first('night', ['schedules', 0, 'steps', 0])
    expect(step).toMatchObject({ value: { value: 'constant', constant: null } })
  })

  it('names the input that a use case has to get, and no input that is there', () => {
    const topology = changeAt({ part: 'node', id: 'lending', path: ['useCases', 0, 'input'] }, () => [
      { name: 'loan_id', type: 'integer' },
      { name: 'user_id', type: 'integer' },
    ])(design())
    const path = ['useCases', 0, 'steps', 0]
    const step = first('lending', path, topology)
    const scope = scopeBefore(lookup(topology), 'lending', path)
    if (!step || !scope) throw new Error('There is no step.')
    const input = missingInput(scope, step)
    expect(input).toMatchObject({ type: 'reference' })
    expect(['loan_id', 'user_id']).not.toContain(input?.name)
    expect(step).toMatchObject({ value: { value: 'input', path: [input?.name] } })
  })
})
