import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Step } from '@/lib/topology/model/step'
import type { Comparison, Condition, Value } from '@/lib/topology/model/value'
import type { Entity, Field, FieldType, Message, SystemOperation } from '../../project'
import { begin } from './begin'
import { holds } from './evaluate'
import type { Known } from './known'
import { type Scenario, scenariosOf } from './scenarios'
import type { Frame } from './situation'
import { solve } from './solve'

const field = (name: string, type: FieldType, facts: Partial<Field> = {}): Field => ({
  name,
  type,
  required: true,
  label: null,
  unique: false,
  indexed: false,
  default: null,
  ...facts,
})
const text: FieldType = { type: 'string', minLength: 0, maxLength: 20, pattern: null }
const whole = (min: number, max: number): FieldType => ({
  type: 'integer',
  min: String(min),
  max: String(max),
})
const money: FieldType = { type: 'decimal', precision: 8, scale: 2, min: '10', max: '500' }
const options: FieldType = {
  type: 'enum',
  className: 'State',
  home: '',
  values: ['open', 'shut'].map((name) => ({ name, member: name.toUpperCase(), label: null })),
}

function entity(name: string, fields: readonly Field[]): Entity {
  const filters = fields
    .filter(({ unique }) => unique)
    .map((one) => ({ parameter: one.name, field: one, compare: 'equal' as const }))
  const origin = { part: 'entity', id: name } as const
  const labels = { one: null, many: null, genitive: null }
  const names = { name, plural: `${name}s`, className: name, path: `/${name}s`, service: 'data' }
  return { ...names, labels, fields, filters, indexes: [], origin }
}

const reference = (to: string): FieldType => ({
  type: 'reference',
  entity: { name: to, plural: `${to}s`, className: to },
  onDelete: 'restrict',
  deferred: false,
})
const person = entity('person', [
  field('email', { type: 'email' }, { unique: true }),
  field('age', whole(0, 150)),
  field('state', options),
  field('left_on', { type: 'date' }, { required: false }),
])
const account = entity('account', [field('owner_id', reference('person')), field('balance', money)])
const event = (name: string, fields: readonly Field[]): Message => {
  const origin = { part: 'message', id: name } as const
  return { name, module: name, className: name, type: 'event', fields, origin }
}
const told = event('person.told', [field('age', whole(0, 40)), field('word', text, { required: false })])
const changed = event('account.updated', [field('balance', money)])
const known = new Map([person, account].map((one) => [one.name, one]))

const input = (name: string): Value => ({ value: 'input', path: [name] })
const result = (name: string, ...path: string[]): Value => ({ value: 'result', name, path })
const constant = (value: string | number | boolean | null): Value => ({ value: 'constant', constant: value })
const compare = (left: Value, operator: Comparison, right: Value): Condition => ({
  test: 'compare',
  operator,
  left,
  right,
})
const require = (condition: Condition, error = 'no'): Step => ({
  step: 'require',
  condition,
  error,
  text: { en: 'No.' },
})
const load = (of: string, name: string, as = of): Step => ({
  step: 'load',
  entity: of,
  by: 'id',
  value: input(name),
  as,
})

const operation: SystemOperation = {
  name: 'score',
  className: 'BureauScore',
  home: 'domain.externals.bureau',
  method: 'GET',
  path: '/scores',
  input: [],
  output: [field('value', { type: 'integer', min: '5', max: '9' })],
  isList: false,
  isDoubted: false,
  isKeyed: false,
  isVersioned: false,
  origin: { part: 'node', id: 'bureau' },
}
const SCORING = {
  operation,
  system: {
    name: 'bureau',
    className: 'Bureau',
    title: 'Bureau',
    variable: 'BUREAU_URL',
    api: null,
    operations: [operation],
    origin: operation.origin,
  },
}

function frame(fields: readonly Field[], steps: readonly Step[]): Frame {
  const find = (id: string) => {
    const found = known.get(id)
    if (!found) throw new Error(id)
    return found
  }
  const message = () => told
  const implied = (of: Entity, verb: string) => (of === account && verb === 'updated' ? changed : undefined)
  const operation = () => SCORING
  return { locale: 'en', input: fields, steps, entity: find, operation, message, implied, sampled: known }
}

function kinds(scenarios: readonly Scenario[]): readonly string[] {
  return scenarios.map(({ about }) => about.is)
}

const personId = field('person_id', reference('person'))
const accountId = field('account_id', reference('account'))

describe('scenarios of a use case', () => {
  it('know what the fake of an outside system answers, and that nothing makes it answer otherwise', () => {
    const call: Step = { step: 'call', target: 'bureau', operation: 'score', values: [], as: 'score' }
    const enough = compare(result('score', 'value'), '<', constant(6))
    expect(kinds(scenariosOf(frame([], [call, require(enough)])))).toEqual(['success'])
    const more = compare(result('score', 'value'), '>', constant(6))
    expect(kinds(scenariosOf(frame([], [call, require(more)])))).toEqual(['refusal'])
  })

  it('shows what is published, with values that the message takes', () => {
    const publish: Step = {
      step: 'publish',
      message: 'person.told',
      values: [{ name: 'age', value: result('person', 'age') }],
    }
    const adult = compare(result('person', 'age'), '>=', constant(18))
    const scenarios = scenariosOf(frame([personId], [load('person', 'person_id'), require(adult), publish]))
    expect(kinds(scenarios)).toEqual(['success', 'repetition', 'missing', 'refusal'])
    expect(scenarios.map(({ outcome }) => outcome.published.length)).toEqual([1, 1, 0, 0])
    const age = scenarios[0]?.outcome.published[0]?.values.get('age') as bigint
    expect(age >= 18n && age <= 40n).toBe(true)
  })

  it('shows what a write tells of by itself', () => {
    const steps: Step[] = [
      load('account', 'account_id'),
      { step: 'update', target: 'account', values: [{ name: 'balance', value: constant(20) }] },
    ]
    const [success] = scenariosOf(frame([accountId], steps))
    expect(success?.outcome.published.map(({ message }) => message.name)).toEqual(['account.updated'])
  })

  it('shows success, a missing row and each refusal, with what makes them so', () => {
    const adult = compare(result('person', 'age'), '>=', constant(18))
    const steps = [load('person', 'person_id'), require(adult)]
    const scenarios = scenariosOf(frame([personId], steps))
    expect(kinds(scenarios)).toEqual(['success', 'missing', 'refusal'])
    const [success, missing, refusal] = scenarios
    const age = (scenario?: Scenario) =>
      scenario?.situation.get({ of: 'row', row: 'person', name: 'age' }) as bigint | undefined
    expect(age(success)).toBe(18n)
    expect(missing?.situation.placed.size).toBe(0)
    expect(age(refusal) ?? 0n).toBeLessThan(18n)
  })

  it('makes the rows that others refer to, and ties them together where a condition asks for it', () => {
    const own = compare(result('account', 'owner_id'), '=', result('person', 'id'))
    const steps = [load('person', 'person_id'), load('account', 'account_id'), require(own)]
    const [success, ...others] = scenariosOf(frame([personId, accountId], steps))
    expect(success?.situation.get({ of: 'row', row: 'account', name: 'owner_id' })).toEqual(
      success?.situation.get({ of: 'input', name: 'person_id' }),
    )
    expect(success?.situation.order()).toEqual(['person', 'account'])
    expect(kinds(others)).toEqual(['missing', 'missing', 'refusal'])
  })

  it('gives an input a value that also fits the field that it goes into', () => {
    const amount = field('amount', { ...money, min: '0', max: null })
    const create: Step = {
      step: 'create',
      entity: 'account',
      values: [
        { name: 'owner_id', value: input('person_id') },
        { name: 'balance', value: input('amount') },
      ],
    }
    const scenarios = scenariosOf(frame([personId, amount], [create]))
    expect(kinds(scenarios)).toEqual(['success', 'repetition'])
    expect(scenarios[0]?.situation.get({ of: 'input', name: 'amount' })).toEqual({
      is: 'decimal',
      exact: { units: 1002n, scale: 2 },
    })
  })

  it('repeats what only its own writes would refuse', () => {
    const open = compare(result('person', 'state'), '=', constant('open'))
    const shut: Step = {
      step: 'update',
      target: 'person',
      values: [{ name: 'state', value: constant('shut') }],
    }
    const steps = [load('person', 'person_id'), require(open), shut]
    const shown = kinds(scenariosOf(frame([personId], steps)))
    expect(shown).toEqual(['success', 'repetition', 'missing', 'refusal'])
  })

  it('does not repeat what the first time has made impossible', () => {
    const steps: Step[] = [load('person', 'person_id'), { step: 'delete', target: 'person' }]
    expect(kinds(scenariosOf(frame([personId], steps)))).toEqual(['success', 'missing'])
  })

  it('skips a step whose condition does not hold', () => {
    const note = field('note', text, { required: false })
    const when: Condition = { test: 'is_set', value: input('note') }
    const steps: Step[] = [load('person', 'person_id'), { step: 'delete', target: 'person', when }]
    const scenarios = scenariosOf(frame([personId, note], steps))
    expect(kinds(scenarios)).toEqual(['success', 'missing', 'skipped'])
    expect(scenarios[2]?.outcome.written.size).toBe(0)
  })

  it('takes the clock of the test for some time between now and far ahead', () => {
    const gone = compare(result('person', 'left_on'), '<', { value: 'today' })
    const set: Condition = { test: 'is_set', value: result('person', 'left_on') }
    const steps = [load('person', 'person_id'), require({ test: 'and', conditions: [set, gone] })]
    expect(kinds(scenariosOf(frame([personId], steps)))).toEqual(['success', 'missing', 'refusal'])
  })

  it('leaves out what nobody can be sure of', () => {
    const never = compare({ value: 'now' }, '<', result('person', 'created_at'))
    const steps = [load('person', 'person_id'), require(never)]
    expect(kinds(scenariosOf(frame([personId], steps)))).toEqual(['missing'])
    const deleted: Step = { step: 'delete', target: 'person' }
    const used = [load('account', 'account_id'), load('person', 'person_id'), deleted]
    const same: Step = { ...load('person', ''), value: result('account', 'owner_id') } as Step
    expect(kinds(scenariosOf(frame([accountId], [used[0] ?? deleted, same, deleted])))).toEqual(['missing'])
  })
})

const operators = fc.constantFrom<Comparison>('=', '!=', '<', '<=', '>', '>=')
const numbers = fc.oneof(
  fc.constant(result('person', 'age')),
  fc.constant(input('count')),
  fc.integer({ min: -5, max: 200 }).map(constant),
)
const sums: fc.Arbitrary<Value> = fc.oneof(
  numbers,
  fc
    .tuple(fc.constantFrom('+' as const, '-' as const, '*' as const), numbers, numbers)
    .map(([operator, left, right]) => ({ value: 'arithmetic', operator, left, right }) as const),
)
const atoms: fc.Arbitrary<Condition> = fc.oneof(
  fc.tuple(sums, operators, sums).map(([left, operator, right]) => compare(left, operator, right)),
  fc
    .tuple(fc.constantFrom<Comparison>('=', '!='), fc.constantFrom('open', 'shut'))
    .map(([operator, state]) => compare(result('person', 'state'), operator, constant(state))),
  fc.constant<Condition>({ test: 'is_set', value: result('person', 'left_on') }),
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 1 })
    .map((among): Condition => ({ test: 'in', value: input('count'), among })),
)
const conditions = fc.oneof(
  atoms,
  fc
    .array(atoms, { minLength: 1, maxLength: 4 })
    .map((list): Condition => ({ test: 'and', conditions: list })),
)

describe('the solver', () => {
  it('never throws, and what it finds is as wanted and can be asked', () => {
    fc.assert(
      fc.property(fc.array(conditions, { maxLength: 4 }), fc.nat(4), (list, at) => {
        const steps = [load('person', 'person_id'), ...list.map((condition) => require(condition))]
        const start = begin(frame([personId, field('count', whole(0, 100))], steps))
        const end = at > 0 && at <= list.length ? at : null
        const solved = solve(start, { end, whens: new Map() })
        if (!solved) return
        const inputs = solved.situation.inputs() ?? new Map<string, Known>()
        const values = solved.situation.rows()?.get('person')?.values ?? new Map<string, Known>()
        const freshId = (): Known => ({ is: 'new', name: '' })
        const results = new Map([['person', { row: 'person', values }]])
        const sight = { locale: 'en', inputs, results, lists: new Map(), item: null, freshId } as const
        const found = list.map((condition) => holds(sight, condition))
        const expected = list.slice(0, end ?? list.length).map((_, index) => index + 1 !== end)
        expect(found.slice(0, expected.length)).toEqual(expected)
        expect(inputs.size).toBe(2)
      }),
    )
  })

  it('finds its way wherever one number decides', () => {
    fc.assert(
      fc.property(operators, fc.integer({ min: 1, max: 149 }), fc.boolean(), (operator, age, isRefused) => {
        const steps = [
          load('person', 'person_id'),
          require(compare(result('person', 'age'), operator, constant(age))),
        ]
        const start = begin(frame([personId], steps))
        expect(solve(start, { end: isRefused ? 1 : null, whens: new Map() })).not.toBeNull()
      }),
    )
  })
})
