import { expect, it } from 'vitest'
import { api, calls, entity, event, field, lending, scenario } from '@/lib/rules/sketch'
import { lookup } from './lookup'
import type { Step } from './model/step'
import type { Value } from './model/value'
import { renameAt } from './rename-at'

const constant = (name: string): Value => ({ value: 'constant', constant: name })
const status = { type: 'enum', values: [{ name: 'pending' }, { name: 'closed' }] } as const
const of = (...path: string[]): Value => ({ value: 'result', name: 'loan', path })

const steps: readonly Step[] = [
  {
    step: 'find',
    entity: 'loan',
    where: [{ field: 'status', operator: '=', value: constant('pending') }],
    as: 'loans',
  },
  { step: 'load', entity: 'loan', by: 'id', value: { value: 'input', path: ['loan_id'] }, as: 'loan' },
  {
    step: 'require',
    condition: {
      test: 'and',
      conditions: [
        { test: 'compare', operator: '=', left: constant('pending'), right: of('status') },
        { test: 'in', value: of('status'), among: ['pending', 'closed'] },
        { test: 'compare', operator: '!=', left: of('purpose'), right: constant('pending') },
      ],
    },
    error: 'not_pending',
    text: { en: 'Not pending' },
  },
  {
    step: 'decide',
    rule: 'judge',
    inputs: [{ name: 'now', value: of('status') }],
    result: status,
    rows: [
      {
        when: {
          test: 'compare',
          operator: '=',
          left: { value: 'input', path: ['now'] },
          right: constant('pending'),
        },
        result: 'pending',
      },
    ],
    otherwise: 'pending',
    as: 'verdict',
  },
  {
    step: 'create',
    entity: 'loan',
    values: [
      { name: 'status', value: constant('pending') },
      { name: 'purpose', value: constant('pending') },
    ],
  },
]

function design() {
  return lending({
    nodes: [api('lending', { useCases: [scenario('judge', steps)] })],
    links: [calls('lending', 'records')],
    entities: [
      entity('loan', [
        field('status', status, { indexed: true, default: 'pending' }),
        field('history', { type: 'list', of: status }, { default: ['pending'] }),
        field('purpose', { type: 'string' }, { default: 'pending' }),
      ]),
    ],
    messages: [event('loan.created'), event('loan.pending'), { ...event('loan.deleted'), type: 'task' }],
  })
}

const valueAtPlace = (path: readonly (string | number)[], index = 0) =>
  ({ part: 'entity', id: 'loan', path: [...path, 'values', index, 'name'] }) as const
const times = (value: unknown, word: string) => JSON.stringify(value).split(`"${word}"`).length - 1

it('carries the name of an enum value to its default and to every constant that means it', () => {
  const before = design()
  const after = renameAt(valueAtPlace(['fields', 0]), 'waiting')?.(before)
  expect(after?.entities[0]?.fields[0]).toMatchObject({
    default: 'waiting',
    values: [{ name: 'waiting' }, { name: 'closed' }],
  })
  // Find, both conditions, the row of the table, create; never what the table decides, nor a text of the same letters.
  expect(times(after?.nodes, 'waiting')).toBe(5)
  expect(times(after?.nodes, 'pending')).toBe(times(before.nodes, 'pending') - 5)
  expect(after?.entities[0]?.fields[1]).toEqual(before.entities[0]?.fields[1])
  const back = after && renameAt(valueAtPlace(['fields', 0]), 'pending')?.(after)
  expect(back).toEqual(before)
})

it('follows the values of a list and of a decision, too', () => {
  const list = renameAt(valueAtPlace(['fields', 1, 'of']), 'waiting')?.(design())
  expect(list?.entities[0]?.fields[1]).toMatchObject({ default: ['waiting'] })
  expect(times(list?.nodes, 'waiting')).toBe(0)
  const place = {
    part: 'node',
    id: 'lending',
    path: ['useCases', 0, 'steps', 3, 'result', 'values', 0, 'name'],
  } as const
  const decided = renameAt(place, 'waiting')?.(design())
  expect(times(decided?.nodes, 'waiting')).toBe(3)
})

it('leaves constants where two values share the name', () => {
  const twice = renameAt(valueAtPlace(['fields', 0], 1), 'pending')?.(design())
  const after = twice && renameAt(valueAtPlace(['fields', 0], 0), 'waiting')?.(twice)
  expect(times(after?.nodes, 'waiting')).toBe(0)
})

it('carries the name of an entity to the events that its writes imply, and to no other message', () => {
  const after = renameAt({ part: 'entity', id: 'loan', path: ['name'] }, 'credit')?.(design())
  expect(after?.messages.map(({ name }) => name)).toEqual(['credit.created', 'loan.pending', 'loan.deleted'])
  expect(lookup(after ?? design()).message('loan-created')?.name).toBe('credit.created')
})
