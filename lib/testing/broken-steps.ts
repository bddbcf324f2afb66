import * as fc from 'fast-check'
import type { LocalText } from '@/lib/topology/model/basics'
import type { Field, FieldType } from '@/lib/topology/model/field'
import type { AnswerBody, Step } from '@/lib/topology/model/step'
import type { Condition, Constant, NamedValue, Value } from '@/lib/topology/model/value'

/** What steps are made of in a design: ids that are there or not, names good and bad, types. */
export interface StepParts {
  readonly nodeId: fc.Arbitrary<string>
  readonly entityId: fc.Arbitrary<string>
  readonly messageId: fc.Arbitrary<string>
  readonly name: fc.Arbitrary<string>
  readonly local: fc.Arbitrary<LocalText>
  readonly type: fc.Arbitrary<FieldType>
  readonly field: fc.Arbitrary<Field>
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

/** Without the keys that are undefined, as in a document. */
function clean<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T
}

const RESULTS = ['found', 'found', 'loan', 'loans', 'item', 'Loan', '', 'class', 'one']
const FIELDS = ['id', 'version', 'created_at', 'loan', 'user', 'status', 'due', 'limit', 'gone']
const CONSTANTS: readonly Constant[] = [null, true, 0, -1.5, 'loan', '2026-01-01', 'someone@mail.com', '']

const resultName = fc.constantFrom(...RESULTS)
const fieldName = fc.constantFrom(...FIELDS)
const path = fc.array(fieldName, { maxLength: 2 })
const constant = fc.constantFrom(...CONSTANTS)
const comparison = fc.constantFrom('=' as const, '!=' as const, '<' as const, '>=' as const)
const sentence = fc.constantFrom<LocalText>(
  {},
  { en: 'Hello, {loan}' },
  { en: '{loan}{user}', ru: 'Привет' },
  { ru: '{Loan} {' },
)

interface Parts {
  value: Value
  condition: Condition
  named: NamedValue
}

/** Values and conditions of every type. */
const parts = fc.letrec<Parts>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.record({
      value: fc.constantFrom('input' as const, 'message', 'item', 'sender', 'caller'),
      path,
    }),
    fc.record({ value: fc.constant('result'), name: resultName, path }),
    fc.record({ value: fc.constant('constant'), constant }),
    fc.record({ value: fc.constantFrom('now' as const, 'today', 'new_id') }),
    fc.record({
      value: fc.constant('text'),
      text: sentence,
      places: fc.array(fc.record({ name: fc.constantFrom('loan', 'user', 'Loan'), value: tie('value') }), {
        maxLength: 2,
      }),
    }),
    fc.record({
      value: fc.constant('arithmetic'),
      operator: fc.constantFrom('+', '-', '*'),
      left: tie('value'),
      right: tie('value'),
    }),
    fc.record({
      value: fc.constant('shift'),
      date: tie('value'),
      direction: fc.constantFrom('before', 'after'),
      amount: fc.constantFrom(0, 1, 30),
      unit: fc.constantFrom('seconds', 'minutes', 'hours', 'days'),
    }),
    fc.record({ value: fc.constant('count'), of: resultName }),
    fc.record({ value: fc.constant('sum'), of: resultName, field: fieldName }),
  ) as fc.Arbitrary<Value>,
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.record({ test: fc.constant('is_set'), value: tie('value') }),
    fc.record({
      test: fc.constant('compare'),
      operator: comparison,
      left: tie('value'),
      right: tie('value'),
    }),
    fc.record({
      test: fc.constant('in'),
      value: tie('value'),
      among: fc.array(constant, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      test: fc.constant('and'),
      conditions: fc.array(tie('condition'), { minLength: 1, maxLength: 2 }),
    }),
  ) as fc.Arbitrary<Condition>,
  named: fc.record({ name: fieldName, value: tie('value') }) as fc.Arbitrary<NamedValue>,
}))

const { value, condition, named } = parts
const values = fc.array(named, { maxLength: 2 })

const answerBody = fc.oneof(
  fc.record({ body: fc.constantFrom('entity', 'list'), result: resultName }),
  fc.record({ body: fc.constant('object'), fields: values }),
) as fc.Arbitrary<AnswerBody>

/** Lists of steps of every type, mostly wrong in one way or another, but of the format. */
export function brokenSteps({
  nodeId,
  entityId,
  messageId,
  name,
  local,
  type,
}: StepParts): fc.Arbitrary<readonly Step[]> {
  const as = maybe(resultName)
  const plain: readonly fc.Arbitrary<object>[] = [
    fc.record({ step: fc.constant('load'), entity: entityId, by: fieldName, value, as: resultName }),
    fc.record({
      step: fc.constant('find'),
      entity: entityId,
      where: fc.array(fc.record({ field: fieldName, operator: comparison, value }), { maxLength: 2 }),
      orderBy: maybe(fieldName),
      descending: maybe(fc.boolean()),
      limit: maybe(fc.constantFrom(1, 100)),
      as: resultName,
    }),
    fc.record({
      step: fc.constant('require'),
      condition,
      error: fc.constantFrom('refused', 'refused', 'RefusedError', 'ValueError', 'not open', ''),
      status: maybe(fc.constantFrom(403, 409, 422)),
      text: local,
      otherwise: maybe(fc.constantFrom('fail', 'stop')),
    }),
    fc.record({
      step: fc.constant('decide'),
      rule: fc.oneof(fc.constant('judge'), name),
      inputs: fc.array(fc.record({ name: fc.oneof(fieldName, name), value }), { maxLength: 2 }),
      result: type,
      rows: fc.array(fc.record({ when: condition, result: constant }), { maxLength: 2 }),
      otherwise: constant,
      as: resultName,
    }),
    fc.record({ step: fc.constant('create'), entity: entityId, values, as }),
    fc.record({ step: fc.constant('update'), target: resultName, values }),
    fc.record({ step: fc.constant('delete'), target: resultName }),
    fc.record({ step: fc.constant('upsert'), entity: entityId, by: fieldName, values, as }),
    fc.record({
      step: fc.constant('publish'),
      message: messageId,
      values,
      delaySeconds: maybe(fc.constant(60)),
    }),
    fc.record({
      step: fc.constant('call'),
      target: nodeId,
      operation: fc.oneof(fieldName, fc.constantFrom('create_loan', 'list_loans', 'read_user')),
      values,
      as,
      otherwise: maybe(fc.constant('continue')),
    }),
    fc.record({ step: fc.constant('email'), via: nodeId, to: value, subject: value, body: value }),
    fc.record({ step: fc.constant('notify'), chat: value, text: value }),
    fc.record({
      step: fc.constant('answer'),
      status: fc.constantFrom(200, 201, 202, 204),
      content: maybe(answerBody),
    }),
  ]
  const conditional = (arbitrary: fc.Arbitrary<object>) =>
    fc
      .tuple(arbitrary, fc.option(condition, { nil: undefined, freq: 5 }))
      .map(([step, when]) => clean({ ...step, when }) as Step)
  const inner = fc.array(conditional(fc.oneof(...plain)), { maxLength: 2 })
  const loop = fc.record({ step: fc.constant('for_each'), of: resultName, steps: inner })
  const nested = fc.record({
    step: fc.constant('for_each'),
    of: resultName,
    steps: conditional(loop).map((step) => [step]),
  })
  return fc.array(conditional(fc.oneof(...plain, loop, nested)), { maxLength: 4 })
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
const PATHS = [
  '/x',
  '/loans',
  '/loans/{loan_id}',
  '/loans/{loan}',
  '/a b',
  '',
  '/{loan}/{loan}',
  'x',
  '/health/live',
]
const CRONS = [
  '* * * *',
  'often',
  '0 3 * * *',
  '*/5 * * * 1-5',
  '61 * * * *',
  'daily',
  '',
  '0 0 31 2 *',
  '0 0 * * * *',
]
const ZONES = ['Europe/Moscow', 'UTC', 'Mars/Base', '']

/** What starts lists of steps: use cases, handlers, schedules and commands. */
export function brokenStarts(given: StepParts) {
  const { name, field, messageId, entityId, local } = given
  const steps = brokenSteps(given)
  const method = fc.constantFrom(...METHODS)
  const route = fc.constantFrom(...PATHS)
  const fields = fc.array(field, { maxLength: 2 })
  return {
    useCases: several(fc.record({ name, title: maybe(local), method, path: route, input: fields, steps })),
    handlers: several(fc.record({ message: messageId, steps })),
    schedules: several(
      fc.record({ name, cron: fc.constantFrom(...CRONS), timeZone: maybe(fc.constantFrom(...ZONES)), steps }),
    ),
    commands: several(
      fc.record({
        name: fc.oneof(name, fc.constantFrom('loans', 'start', 'Loans', '/loans')),
        description: maybe(local),
        steps: maybe(steps),
        dialogue: maybe(
          fc.record({ action: fc.constantFrom('create' as const, 'list' as const), entity: entityId }),
        ),
      }),
    ),
    operations: fc.array(
      fc.record({ name: fc.oneof(name, fieldName), method, path: route, input: fields, output: fields }),
      { maxLength: 2 },
    ),
  }
}

/** Up to two of a thing, each with an id of its own. */
function several<T extends object>(
  one: fc.Arbitrary<T>,
): fc.Arbitrary<readonly (T & { readonly id: string })[]> {
  return fc
    .array(one, { maxLength: 2 })
    .map((all) => all.map((part, index) => ({ id: `part${index}`, ...clean(part) })))
}
