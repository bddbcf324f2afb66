import { describe, expect, it } from 'vitest'
import { oneEntity } from '@/lib/testing/one-entity'
import type { Step } from '@/lib/topology/model/step'
import type { Value } from '@/lib/topology/model/value'
import type { Entity, Field, FieldType, MailServer } from '../project'
import { compileSteps } from './compile'
import type { Scope } from './scope'

const field = (name: string, type: FieldType, required = true): Field => ({
  name,
  type,
  required,
  label: null,
  unique: false,
  indexed: true,
  default: null,
})
const amount: FieldType = { type: 'decimal', precision: 12, scale: 2, min: null, max: null }
const visit: Entity = {
  name: 'visit',
  plural: 'visits',
  className: 'Visit',
  path: '/visits',
  service: 'data',
  labels: { one: null, many: null, genitive: null },
  fields: [
    field('note', { type: 'string', minLength: 0, maxLength: 20, pattern: null }, false),
    field('due_at', { type: 'datetime' }),
    field('price', amount),
    field('an_amount_of_money_that_has_a_long_name', amount, false),
  ],
  filters: [],
  indexes: [],
  origin: { part: 'entity', id: 'visit' },
}
const now: Value = { value: 'now' }
const constant = (text: string): Value => ({ value: 'constant', constant: text })
const item = (...path: string[]): Value => ({ value: 'item', path })

/** The lines of a list of steps. */
function written(
  steps: readonly Step[],
  readsPages = false,
  start: Scope = { values: new Map(), known: new Set<string>() },
): string {
  const program = {
    name: 'act',
    answerClass: 'ActAnswer',
    service: 'api',
    steps,
    start,
    readsPages,
  }
  const mailServer = (name: string): MailServer => ({
    name,
    title: name,
    variable: 'MAIL_URL',
    origin: { part: 'node', id: name },
  })
  const dictionary = { ...oneEntity(visit), decided: () => amount, mailServer }
  const { lines } = compileSteps(program, dictionary)
  return lines.join('\n').replaceAll(/^ {8}/gm, '')
}

const find = (more: Partial<Extract<Step, { step: 'find' }>> = {}): Step => ({
  step: 'find',
  entity: 'visit',
  where: [{ field: 'due_at', operator: '<', value: now }],
  as: 'visits',
  ...more,
})
const list: Step = { step: 'answer', status: 200, content: { body: 'list', result: 'visits' } }
const touch: Step = { step: 'update', target: 'item', values: [{ name: 'due_at', value: now }] }

describe('finding', () => {
  it('asks with conditions, an order and a limit', () => {
    const missing = { field: 'note', operator: '=', value: { value: 'constant', constant: null } } as const
    const step = find({ where: [missing], orderBy: 'price', descending: true, limit: 7 })
    expect(written([step, list])).toBe(
      [
        'search_visits = RowSearch(',
        '    where=[RowCondition("note", "=", None)],',
        '    order_by="price",',
        '    descending=True,',
        '    limit=7,',
        ')',
        'page_visits = await self._visits.search(search_visits)',
        'return page_visits.items',
      ].join('\n'),
    )
  })

  it('counts and sums what may not have been looked for', () => {
    const when = { test: 'compare', operator: '<', left: now, right: now } as const
    const total = (name: string): Value => ({ value: 'sum', of: 'visits', field: name })
    const text = written([
      find({ when }),
      {
        step: 'answer',
        status: 200,
        content: {
          body: 'object',
          fields: [
            { name: 'count', value: { value: 'count', of: 'visits' } },
            { name: 'price', value: total('price') },
            { name: 'long', value: total('an_amount_of_money_that_has_a_long_name') },
          ],
        },
      },
    ])
    expect(text).toContain('visits: tuple[Visit, ...] | None = None')
    expect(text).toContain('count=len(visits or ()),')
    expect(text).toContain('value_1 = sum((one.price for one in visits or ()), Number(0))')
    expect(text).toContain(
      [
        'value_2 = sum(',
        '    (one.an_amount_of_money_that_has_a_long_name or Number(0) for one in visits or ()),',
        '    Number(0),',
        ')',
      ].join('\n'),
    )
  })
})

describe('what is read from parts that may be missing', () => {
  const rate: FieldType = { type: 'integer', min: '0', max: '9' }
  const place = field(
    'place',
    {
      type: 'object',
      className: 'Place',
      home: 'domain.place',
      fields: [{ name: 'rate', type: rate, required: true, label: null }],
    },
    false,
  )
  const asked = { type: 'object', className: '', home: '', fields: [place] } as const
  const start = {
    values: new Map([
      ['input', { code: 'asked', type: { is: 'plain', type: asked, optional: false } as const }],
    ]),
    known: new Set<string>(),
  }
  const value: Value = { value: 'input', path: ['place', 'rate'] }

  it('is missing with them, as it is and as another type', () => {
    const create: Step = {
      step: 'create',
      entity: 'visit',
      values: [{ name: 'an_amount_of_money_that_has_a_long_name', value }],
    }
    expect(written([create], false, start)).toContain(
      'value_1 = None if asked.place is None else Number(asked.place.rate)',
    )
    const answer: Step = {
      step: 'answer',
      status: 200,
      content: { body: 'object', fields: [{ name: 'rate', value }] },
    }
    expect(written([answer], false, start)).toContain(
      'value_1 = None if asked.place is None else asked.place.rate',
    )
  })

  it('is compared in brackets', () => {
    const condition = {
      test: 'compare',
      operator: '=',
      left: value,
      right: { value: 'constant', constant: 1 },
    } as const
    const require: Step = { step: 'require', condition, error: 'late', text: { en: 'Late.' } }
    expect(written([require], false, start)).toContain(
      'if (None if asked.place is None else asked.place.rate) != 1:',
    )
  })
})

describe('loops', () => {
  it('go through what was found and leave nothing where there is nothing to do', () => {
    const condition = { test: 'compare', operator: '<', left: item('due_at'), right: now } as const
    const require: Step = { step: 'require', condition, error: 'late', text: { en: 'Late.' } }
    expect(written([find(), { step: 'for_each', of: 'visits', steps: [require] }])).toContain(
      'for item in visits:\n    if item.due_at >= occasion.now:\n        raise LateError',
    )
    const decide: Step = {
      step: 'decide',
      rule: 'judge',
      inputs: [],
      result: { type: 'integer' },
      rows: [],
      otherwise: 1,
      as: 'judged',
    }
    const idle = written([find(), { step: 'for_each', of: 'visits', steps: [decide] }])
    expect(idle).not.toContain('for ')
    expect(idle).not.toContain('visits = page')
  })

  it('that mail give each mail an id of its own', () => {
    const mail: Step = {
      step: 'email',
      via: 'mail',
      to: constant('a@example.org'),
      subject: constant('Hello'),
      body: constant('It is time.'),
    }
    const text = written([find(), { step: 'for_each', of: 'visits', steps: [mail] }])
    expect(text).toContain('for item in visits:\n    occasion_of_item = occasion.part(item.id)')
    expect(text).toContain('id=occasion_of_item.new_id("email", 1)')
  })

  it('ask about the unit of an item before they refuse it', () => {
    const condition = { test: 'compare', operator: '<', left: item('due_at'), right: now } as const
    const require: Step = { step: 'require', condition, error: 'late', text: { en: 'Late.' } }
    expect(written([find(), { step: 'for_each', of: 'visits', steps: [require, touch] }])).toContain(
      [
        '    if item.due_at >= occasion_of_item.now:',
        '        is_repeated = await self._units.has_written(occasion_of_item)',
        '        if not is_repeated:',
        '            raise LateError',
      ].join('\n'),
    )
  })

  it('that write make every item a unit of its own', () => {
    const create: Step = {
      step: 'create',
      entity: 'visit',
      values: [
        { name: 'due_at', value: now },
        { name: 'price', value: item('price') },
      ],
    }
    expect(written([find(), { step: 'for_each', of: 'visits', steps: [touch, create] }])).toContain(
      [
        'for each in visits:',
        '    item = each',
        '    occasion_of_item = occasion.part(item.id)',
        '    unit = Unit(occasion_of_item)',
        '    changes_item = VisitChanges(due_at=occasion_of_item.now)',
        '    unit.update(VISITS, item.id, item.version, changes_item)',
        '    item = change_visit(item, changes_item, occasion_of_item.now)',
        '    new_visit = NewVisit(',
        '        due_at=occasion_of_item.now,',
        '        price=item.price,',
        '    )',
        '    unit.create(VISITS, occasion_of_item.new_id("visit", 1), new_visit)',
        '    await self._units.commit(unit)',
      ].join('\n'),
    )
  })

  it('that come to the same items make each of them another unit', () => {
    const loop: Step = { step: 'for_each', of: 'visits', steps: [touch] }
    const text = written([find(), loop, loop])
    expect(text).toContain('occasion_of_item = occasion.part(item.id)\n')
    expect(text).toContain('occasion_of_item = occasion.part(item.id, 2)\n')
  })

  it('read page by page where all is wanted', () => {
    const loop: Step = { step: 'for_each', of: 'visits', steps: [touch] }
    expect(written([find(), loop], true)).toBe(
      [
        'search_visits = RowSearch(where=[RowCondition("due_at", "<", occasion.now)])',
        'async for item in every(self._visits, search_visits):',
        '    occasion_of_item = occasion.part(item.id)',
        '    unit = Unit(occasion_of_item)',
        '    changes_item = VisitChanges(due_at=occasion_of_item.now)',
        '    unit.update(VISITS, item.id, item.version, changes_item)',
        '    await self._units.commit(unit)',
      ].join('\n'),
    )
    expect(written([find({ limit: 5 }), loop], true)).toContain('for item in visits:')
  })

  it('go through everything that is also counted', () => {
    const few = {
      test: 'compare',
      operator: '<',
      left: { value: 'count', of: 'visits' },
      right: { value: 'constant', constant: 9 },
    } as const
    const require: Step = { step: 'require', condition: few, error: 'too_many', text: { en: 'Many.' } }
    const text = written([find(), require, { step: 'for_each', of: 'visits', steps: [touch] }], true)
    expect(text).toContain('visits = await read_all(self._visits, search_visits)')
    expect(text).toContain('for item in visits:')
  })
})
