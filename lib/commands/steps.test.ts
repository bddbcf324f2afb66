import { beforeEach, describe, expect, it } from 'vitest'
import { financeLending } from '@/lib/examples/finance-lending'
import { judge } from '@/lib/rules/judge'
import { currentTopology, edit, openDocument, undoStep } from '@/lib/store/document'
import { lookup } from '@/lib/topology/lookup'
import type { Step } from '@/lib/topology/model/step'
import type { Condition, Value } from '@/lib/topology/model/value'
import { scopeAt } from '@/lib/topology/steps/analysis'
import { inside } from './lists'
import { setAt, valueAt } from './set-at'
import {
  addStep,
  duplicateStep,
  isResultTaken,
  listBefore,
  pasteStep,
  possibleSteps,
  renameStepResult,
  wrapInForEach,
} from './steps'
import { allOf, partsOfCondition, testsFor, withSubject, withTest } from './steps-conditions'
import { firstConstant, readConstant } from './steps-constants'
import { withEntity, withOperation } from './steps-targets'
import { textWithPlace, withText } from './steps-text'

const input = (...path: string[]): Value => ({ value: 'input', path })
const of = (name: string, ...path: string[]): Value => ({ value: 'result', name, path })
const constant = (one: string | number | boolean): Value => ({ value: 'constant', constant: one })

const load: Step = { step: 'load', entity: 'user', by: 'id', value: input('user_id'), as: 'user' }
const find: Step = {
  step: 'find',
  entity: 'loan',
  where: [{ field: 'user_id', operator: '=', value: of('user', 'id') }],
  as: 'loans',
}
const answer: Step = { step: 'answer', status: 200, content: { body: 'list', result: 'loans' } }
const list = { part: 'node', id: 'lending', path: ['useCases', 0, 'steps'] } as const

function open(...steps: readonly Step[]): void {
  const { topology } = financeLending
  const fields = [
    { name: 'user_id', type: 'reference', entity: 'user' },
    { name: 'amount', type: 'decimal', precision: 12, scale: 2 },
    { name: 'term_months', type: 'integer' },
    { name: 'interest_rate', type: 'decimal', precision: 5, scale: 2 },
    { name: 'comment', type: 'text', optional: true },
  ] as const
  const useCase = {
    id: 'apply',
    name: 'apply_for_loan',
    method: 'POST',
    path: '/apply',
    input: fields,
    steps,
  } as const
  openDocument({
    ...topology,
    nodes: topology.nodes.map((node) =>
      node.id === 'lending' ? { ...node, useCases: [useCase] } : node,
    ) as never,
  })
}

const steps = () => valueAt(currentTopology(), list) as readonly Step[]
const look = () => lookup(currentTopology())
function scope(index: number) {
  const found = scopeAt(look(), 'lending', [...list.path, index])
  if (!found) throw new Error('There is no such place.')
  return found
}

beforeEach(() => open(load, find, answer))

describe('lists of steps', () => {
  it('offers what may stand here, complete, at the place that the order wants', () => {
    const possible = new Map(possibleSteps(list).map((one) => [one.type, one]))
    expect(possible.get('create')).toMatchObject({ index: 2, step: { step: 'create' } })
    expect(possible.get('load')?.index).toBe(2)
    expect(possible.get('publish')).toMatchObject({ step: undefined })
    expect(possible.has('notify')).toBe(false)
    const loop = inside(list, 0, 'steps')
    expect(possibleSteps(loop).map(({ type }) => type)).not.toContain('for_each')
  })

  it('gives a use case the input that its first load needs, as one undo step', () => {
    open()
    edit(setAt({ ...list, path: ['useCases', 0, 'input'] }, []))
    const before = currentTopology()
    const fresh = possibleSteps(list).find(({ type }) => type === 'load')?.step
    if (fresh?.step !== 'load') throw new Error('There is no load.')
    const name = addStep(list, 0, fresh)
    expect(steps()).toEqual([fresh])
    expect(fresh.value).toEqual(input(name ?? ''))
    expect(valueAt(currentTopology(), { ...list, path: ['useCases', 0, 'input'] })).toEqual([
      { name, type: 'reference', entity: fresh.entity },
    ])
    expect(judge(currentTopology()).filter(({ rule }) => rule === 'invalid-step')).toEqual([])
    undoStep()
    expect(currentTopology()).toEqual(before)
  })

  it('copies a step with a result of its own', () => {
    expect(duplicateStep(list, 0).path).toEqual([...list.path, 1])
    expect(steps()[1]).toEqual({ ...load, as: 'user_2' })
    pasteStep(list, 1, { ...load, as: 'input' })
    expect(steps()[2]).toMatchObject({ as: 'input_2' })
  })

  it('puts a step into a loop over the list before it', () => {
    expect(listBefore(list, 1)).toBeUndefined()
    duplicateStep(list, 0)
    expect(listBefore(list, 0)).toBeUndefined()
    open(load, find, { ...load, as: 'other' }, answer)
    expect(listBefore(list, 2)).toBe('loans')
    wrapInForEach(list, 2)
    expect(steps()[2]).toEqual({ step: 'for_each', of: 'loans', steps: [{ ...load, as: 'other' }] })
    wrapInForEach(list, 3)
    expect(steps()[3]).toEqual(answer)
  })

  it('calls a result otherwise everywhere, as one undo step', () => {
    renameStepResult(inside(list, 1), 'open_loans')
    renameStepResult(inside(list, 0), 'borrower')
    expect(steps()).toEqual([
      { ...load, as: 'borrower' },
      {
        ...find,
        where: [{ field: 'user_id', operator: '=', value: of('borrower', 'id') }],
        as: 'open_loans',
      },
      { ...answer, content: { body: 'list', result: 'open_loans' } },
    ])
    undoStep()
    undoStep()
    expect(steps()).toEqual([load, find, answer])
    expect(isResultTaken(inside(list, 0), 'loans')).toBe(true)
    expect(isResultTaken(inside(list, 0), 'user')).toBe(false)
  })

  it('takes what has a sense along to another entity', () => {
    const found = withEntity(look(), scope(1), find, 'user')
    expect(found).toEqual({ step: 'find', entity: 'user', where: [], as: 'loans' })
    const create = possibleSteps(list).find(({ type }) => type === 'create')?.step
    if (create?.step !== 'create') throw new Error('There is no create.')
    const made = withEntity(look(), scope(2), create, 'loan')
    expect(made).toMatchObject({ entity: 'loan' })
    expect('values' in made && made.values.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['user_id', 'amount', 'term_months', 'interest_rate']),
    )
  })

  it('keeps the call of a system that is gone', () => {
    const call = { step: 'call', target: 'a', operation: 'b', values: [] } as const
    expect(withOperation(look(), scope(1), call, 'nowhere', 'x')).toEqual({
      ...call,
      target: 'nowhere',
      operation: 'x',
    })
  })
})

describe('constants', () => {
  it('are read as the wanted type has them', () => {
    expect(readConstant({ type: 'integer' }, ' 5 ')).toBe(5)
    expect(readConstant({ type: 'integer' }, '5.5')).toBeUndefined()
    expect(readConstant({ type: 'decimal', precision: 12, scale: 2 }, '2,50')).toBe('2.50')
    expect(readConstant({ type: 'boolean' }, 'да')).toBe(true)
    expect(readConstant({ type: 'boolean' }, 'no')).toBe(false)
    expect(readConstant({ type: 'boolean' }, 'maybe')).toBeUndefined()
    expect(readConstant({ type: 'date' }, '2026-02-30')).toBeUndefined()
    expect(readConstant({ type: 'date' }, '2026-02-28')).toBe('2026-02-28')
    expect(readConstant({ type: 'enum', values: [{ name: 'a' }] }, 'b')).toBeUndefined()
    expect(readConstant({ type: 'text' }, ' as typed ')).toBe(' as typed ')
    expect(readConstant(undefined, '7')).toBe(7)
    expect(readConstant(undefined, 'seven')).toBe('seven')
  })

  it('begin as something that the type can hold', () => {
    for (const type of ['string', 'integer', 'boolean', 'date', 'datetime', 'uuid', 'email'] as const)
      expect(readConstant({ type }, String(firstConstant({ type })))).toBeDefined()
  })
})

describe('conditions', () => {
  const verified: Condition = {
    test: 'compare',
    operator: '=',
    left: of('user', 'is_verified'),
    right: constant(true),
  }

  it('offer the questions that make sense about a type', () => {
    expect(testsFor({ is: 'plain', type: { type: 'integer' } })).toContain('<=')
    expect(testsFor({ is: 'plain', type: { type: 'boolean' } })).toEqual(['=', '!=', 'in', 'is_set'])
    expect(testsFor({ is: 'entity', entity: 'user' })).toEqual(['is_set'])
  })

  it('take what is asked along to another question and back', () => {
    const among = withTest(scope(2), verified, 'in')
    expect(among).toEqual({ test: 'in', value: of('user', 'is_verified'), among: [true] })
    expect(withTest(scope(2), among as never, '!=')).toEqual({ ...verified, operator: '!=' })
    expect(withTest(scope(2), verified, 'is_set')).toEqual({
      test: 'is_set',
      value: of('user', 'is_verified'),
    })
  })

  it('compare another value with something that it can be compared with', () => {
    expect(withSubject(scope(2), verified, input('amount'))).toMatchObject({
      left: input('amount'),
      right: { value: 'constant' },
    })
    expect(withSubject(scope(2), verified, of('user', 'is_active'))).toEqual({
      ...verified,
      left: of('user', 'is_active'),
    })
    expect(withSubject(scope(2), verified, of('user', 'birth_date'))).toMatchObject({
      right: { value: 'today' },
    })
    expect(withSubject(scope(2), verified, of('user'))).toEqual({ test: 'is_set', value: of('user') })
  })

  it('are joined only where there are several', () => {
    expect(allOf([])).toBeUndefined()
    expect(allOf([verified])).toBe(verified)
    const both: Condition = { test: 'and', conditions: [verified, verified] }
    expect(allOf([verified, verified])).toEqual(both)
    expect(partsOfCondition(both)).toHaveLength(2)
    expect(partsOfCondition(verified)).toEqual([verified])
  })
})

describe('texts with places', () => {
  const empty = { value: 'text', text: { en: 'Hello {' }, places: [] } as const

  it('put a value where a brace was opened', () => {
    const named = textWithPlace(empty, 'en', 7, of('user', 'name'))
    expect(named).toEqual({
      value: 'text',
      text: { en: 'Hello {name}' },
      places: [{ name: 'name', value: of('user', 'name') }],
    })
    const again = textWithPlace({ ...named, text: { en: 'Hello {name}, {na' } }, 'en', 17, of('user', 'name'))
    expect(again.text.en).toBe('Hello {name}, {name}')
    expect(again.places).toHaveLength(1)
    const other = textWithPlace({ ...named, text: { en: '{name} {' } }, 'en', 8, of('loan', 'id'))
    expect(other.places.map(({ name }) => name)).toEqual(['name', 'loan_id'])
  })

  it('keep the value of a place that is called otherwise, and lose it with its words', () => {
    const named = textWithPlace(empty, 'en', 7, of('user', 'name'))
    expect(withText(named, 'en', 'Hello {who}').places).toEqual([{ name: 'who', value: of('user', 'name') }])
    expect(withText(named, 'en', 'Hello').places).toEqual([])
    expect(withText(named, 'en', '').text).toEqual({})
  })
})
