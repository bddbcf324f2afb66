import { describe, expect, it } from 'vitest'
import type { Step } from '@/lib/topology/model/step'
import type { Comparison, Condition, Value } from '@/lib/topology/model/value'
import type { Entity, Field, FieldType, Message } from '../../project'
import { type Asking, scenarioViews } from './scenario-view'
import { type Scenario, scenariosOf } from './scenarios'

const field = (name: string, type: FieldType, facts: Partial<Field> = {}): Field => ({
  name,
  type,
  required: true,
  label: null,
  unique: false,
  indexed: true,
  default: null,
  ...facts,
})
const whole: FieldType = { type: 'integer', min: '0', max: '90' }
const reference = (to: string): FieldType => ({
  type: 'reference',
  entity: { name: to, plural: `${to}s`, className: to },
  onDelete: 'restrict',
  deferred: false,
})

function entity(name: string, fields: readonly Field[]): Entity {
  const origin = { part: 'entity', id: name } as const
  const labels = { one: null, many: null, genitive: null }
  const names = { name, plural: `${name}s`, className: name, path: `/${name}s`, service: 'data' }
  return { ...names, labels, fields, filters: [], indexes: [], origin }
}

const person = entity('person', [field('age', whole)])
const loan = entity('loan', [
  field('person_id', reference('person'), { required: false }),
  field('left', whole),
])
const note = entity('note', [field('left', whole)])
const known = new Map([person, loan, note].map((one) => [one.name, one]))
const reminded: Message = {
  name: 'loan.reminded',
  module: 'loan_reminded',
  className: 'LoanReminded',
  type: 'event',
  fields: [field('left', whole)],
  origin: { part: 'message', id: 'reminded' },
}

const constant = (value: string | number): Value => ({ value: 'constant', constant: value })
const item = (name: string): Value => ({ value: 'item', path: [name] })
const input = (name: string): Value => ({ value: 'input', path: [name] })
const compare = (left: Value, operator: Comparison, right: Value): Condition => ({
  test: 'compare',
  operator,
  left,
  right,
})
const refuse = (condition: Condition, error: string): Step => ({
  step: 'require',
  condition,
  error,
  text: { en: 'No.' },
})
const find: Step = {
  step: 'find',
  entity: 'loan',
  where: [{ field: 'left', operator: '>', value: constant(10) }],
  as: 'loans',
}
const each = (...steps: Step[]): Step => ({ step: 'for_each', of: 'loans', steps })
const less: Step = { step: 'update', target: 'item', values: [{ name: 'left', value: constant(5) }] }
const more: Step = { ...less, values: [{ name: 'left', value: constant(50) }] }
const write: Step = {
  step: 'create',
  entity: 'note',
  values: [{ name: 'left', value: item('left') }],
  as: 'note',
}
const remind: Step = {
  step: 'publish',
  message: 'reminded',
  values: [{ name: 'left', value: item('left') }],
}
const greeted: Message = { ...reminded, name: 'loan.greeted', origin: { part: 'message', id: 'greeted' } }
const greet: Step = { ...remind, message: 'greeted' }
const mail: Step = {
  step: 'email',
  via: 'mail',
  to: constant('team@example.com'),
  subject: constant('News'),
  body: constant('Less is left.'),
}

function scenarios(steps: readonly Step[], asked: readonly Field[] = []): readonly Scenario[] {
  const operation = () => {
    throw new Error('Nothing is called here')
  }
  const find = (id: string) => {
    const found = known.get(id)
    if (!found) throw new Error(id)
    return found
  }
  const outside = {
    operation,
    message: (id: string) => (id === 'greeted' ? greeted : reminded),
    implied: () => undefined,
  }
  return scenariosOf({ locale: 'en', input: asked, steps, entity: find, ...outside, sampled: known })
}

const about = (found: readonly Scenario[]) =>
  found.map(({ about: one }) => (one.is === 'refusal' ? one.step.error : one.is))

const asking: Asking = {
  input: [],
  inPath: new Set(),
  hasBody: false,
  hasQuery: false,
  slugOf: (error) => error,
  status: 204,
}

describe('scenarios with loops that do something about each item', () => {
  it('show that each of several is written, that none may be there, and that nothing is doubled', () => {
    const found = scenarios([find, each(less, write)])
    expect(about(found)).toEqual(['success', 'nothing', 'repetition'])
    const [success, nothing] = found
    expect(success?.outcome.found.get('loans')).toBe(2)
    expect([...(success?.outcome.written.values() ?? [])].sort()).toEqual([
      'create',
      'create',
      'update',
      'update',
    ])
    expect(nothing?.outcome.written.size).toBe(0)
    const [view] = scenarioViews(found, asking)
    expect(view?.versions).toHaveLength(2)
    expect(view?.counts).toEqual([{ entity: 'note', count: 2 }])
  })

  it('show each message in no order, with an id of its own', () => {
    const found = scenarios([find, each(remind, greet)])
    expect(about(found)).toEqual(['success', 'nothing', 'repetition'])
    const ids = found[0]?.outcome.published.map(({ id }) => id) ?? []
    expect(new Set(ids).size).toBe(4)
    const [view] = scenarioViews(found, asking)
    expect(view?.isToldInOrder).toBe(false)
    expect(view?.published.map(({ name }) => name)).toEqual([
      'loan.greeted',
      'loan.greeted',
      'loan.reminded',
      'loan.reminded',
    ])
  })

  it('show mails of a repetition only where they are those of the first time', () => {
    const [, , kept] = scenarios([find, each(mail)])
    expect(kept?.about).toEqual({ is: 'repetition', sameAnswer: false, sameMails: true })
    const [, , gone] = scenarios([find, each(less, mail)])
    // What was changed is not found again, and nobody is written to.
    expect(gone?.about).toMatchObject({ is: 'repetition', sameMails: true })
    expect(gone?.outcome.mails.map(({ via }) => via)).toEqual(['mail', 'mail'])
  })

  it('show an item alone that a requirement refuses, and the requirement before', () => {
    const count: Value = { value: 'count', of: 'loans' }
    const steps = [
      find,
      refuse(compare(count, '>', constant(0)), 'none'),
      each(refuse(compare(item('left'), '<', constant(60)), 'much'), less),
    ]
    const found = scenarios(steps)
    expect(about(found)).toEqual(['success', 'none', 'much'])
    const refused = found.at(-1)
    expect(refused?.outcome.found.get('loans')).toBe(1)
    expect(refused?.outcome.written.size).toBe(0)
  })

  it('make what every item needs', () => {
    const load: Step = { step: 'load', entity: 'person', by: 'id', value: item('person_id'), as: 'person' }
    const [success] = scenarios([find, each(load, more, write)])
    expect(success?.about.is).toBe('success')
    const placed = [...(success?.situation.placed.values() ?? [])].map(({ entity: of }) => of.name)
    expect(placed.filter((name) => name === 'loan')).toHaveLength(2)
    expect(placed).toContain('person')
  })

  it('refer to another row where one is not to be referred to', () => {
    const steps: Step[] = [
      {
        ...(find as Extract<Step, { step: 'find' }>),
        where: [{ field: 'person_id', operator: '!=', value: input('person_id') }],
      },
      each(more),
    ]
    const [success] = scenarios(steps, [field('person_id', reference('person'))])
    expect(success?.about.is).toBe('success')
    expect(success?.outcome.found.get('loans')).toBeGreaterThan(0)
  })

  it('are those of a step inside that is skipped, too, but show it where they can', () => {
    const when = compare(item('left'), '>', constant(70))
    const [success] = scenarios([find, each(write, { ...remind, when })])
    expect(success?.outcome.published.length).toBe(2)
    const never = compare(item('left'), '>', constant(90))
    const [passed] = scenarios([find, each(write, { ...remind, when: never })])
    expect(passed?.about.is).toBe('success')
    expect(passed?.outcome.published.length).toBe(0)
  })

  it('say that nothing is found where nobody can tell what would be done', () => {
    // The second loop may find an item as the first has left it, or as it was.
    expect(about(scenarios([find, each(less), each(write)]))).toEqual(['nothing'])
    expect(about(scenarios([find, each(less, less)]))).toEqual(['nothing'])
  })
})
