import { expect, it } from 'vitest'
import type { Step } from '@/lib/topology/model/step'
import { topologySchema } from '@/lib/topology/model/topology'
import type { Value } from '@/lib/topology/model/value'
import { constant, input, result } from '@/lib/topology/steps/written-values'
import { fixAllSafe } from './fix-all'
import { judge } from './judge'
import {
  api,
  bot,
  caches,
  calls,
  command,
  consumes,
  entity,
  event,
  field,
  handler,
  lending,
  publishes,
  queue,
  reference,
  scenario,
  string,
  values,
  worker,
} from './sketch'

const money = { type: 'decimal', precision: 12, scale: 2 } as const
const states = {
  type: 'enum',
  values: [{ name: 'pending' }, { name: 'approved' }, { name: 'rejected' }],
} as const
const said = (...path: string[]): Value => ({ value: 'message', path })
const equals = (left: Value, right: Value) => ({ test: 'compare', operator: '=', left, right }) as const

const apply: readonly Step[] = [
  { step: 'load', entity: 'user', by: 'id', value: input('user_id'), as: 'user' },
  {
    step: 'require',
    condition: equals(result('user', 'is_verified'), constant(true)),
    error: 'UnverifiedUserError',
    status: 403,
    text: { en: 'Verify your identity first.', ru: 'Сначала подтвердите личность.' },
  },
  {
    step: 'create',
    entity: 'loan',
    values: values({ user_id: result('user', 'id'), amount: input('amount') }),
    as: 'loan',
  },
  { step: 'publish', message: 'loan-applied', values: values({ loan_id: result('loan', 'id') }) },
  { step: 'answer', status: 201, content: { body: 'entity', result: 'loan' } },
]

const score: readonly Step[] = [
  { step: 'load', entity: 'loan', by: 'id', value: said('loan_id'), as: 'loan' },
  {
    step: 'require',
    condition: equals(result('loan', 'status'), constant('pending')),
    error: 'not_pending',
    otherwise: 'stop',
    text: { en: 'The loan was decided before.', ru: 'По займу уже принято решение.' },
  },
  {
    step: 'decide',
    rule: 'credit_score',
    inputs: values({ amount: result('loan', 'amount') }),
    result: { type: 'integer' },
    rows: [
      {
        when: { test: 'compare', operator: '<', left: input('amount'), right: constant(100_000) },
        result: 700,
      },
    ],
    otherwise: 500,
    as: 'score',
  },
  {
    step: 'decide',
    rule: 'loan_status',
    inputs: values({ score: result('score') }),
    result: states,
    rows: [
      {
        when: { test: 'compare', operator: '>=', left: input('score'), right: constant(600) },
        result: 'approved',
      },
    ],
    otherwise: 'rejected',
    as: 'status',
  },
  { step: 'update', target: 'loan', values: values({ status: result('status') }) },
  {
    step: 'publish',
    message: 'loan-scored',
    values: values({ loan_id: result('loan', 'id'), score: result('score') }),
  },
]

const words: Value = {
  value: 'text',
  text: { en: 'Welcome, {name}', ru: 'Здравствуйте, {name}' },
  places: [{ name: 'name', value: said('name') }],
}
const welcome: readonly Step[] = [
  {
    step: 'publish',
    message: 'email-send',
    values: values({ to: said('email'), subject: constant('Hello'), body: words }),
  },
]
const send: readonly Step[] = [
  { step: 'email', via: 'mail', to: said('to'), subject: said('subject'), body: said('body') },
]
const loans: readonly Step[] = [
  { step: 'load', entity: 'user', by: 'telegram_id', value: { value: 'sender', path: ['id'] }, as: 'user' },
  {
    step: 'find',
    entity: 'loan',
    where: [{ field: 'user_id', operator: '=', value: result('user', 'id') }],
    as: 'loans',
  },
  { step: 'answer', status: 200, content: { body: 'list', result: 'loans' } },
]

/** The finance system of the architecture: an application is scored, a new user is welcomed, a bot lists loans. */
const story = lending({
  nodes: [
    api('lending', {
      useCases: [
        scenario('apply_for_loan', apply, {
          path: '/users/{user_id}/applications',
          input: [reference('user_id', 'user'), field('amount', money)],
        }),
      ],
    }),
    worker('scoring', { handlers: [handler('loan-applied', score)] }),
    worker('welcome', { handlers: [handler('user-created', welcome)] }),
    worker('email', { handlers: [handler('email-send', send)] }),
    bot('support', { commands: [command('loans', loans)] }),
    queue('applications', ['loan-applied']),
    queue('scores', ['loan-scored']),
    queue('users', ['user-created']),
    queue('email_tasks', ['email-send']),
    { id: 'mail', type: 'external', protocol: 'smtp', name: 'mail' },
    { id: 'redis', type: 'redis' },
  ],
  links: [
    calls('scoring', 'records'),
    calls('support', 'records'),
    calls('email', 'mail'),
    publishes('lending', 'applications'),
    publishes('lending', 'users'),
    publishes('scoring', 'scores'),
    publishes('welcome', 'email_tasks'),
    consumes('applications', 'scoring'),
    consumes('users', 'welcome'),
    consumes('email_tasks', 'email'),
    ...['scoring', 'welcome', 'email', 'support'].map((id) => caches(id, 'redis')),
  ],
  entities: [
    entity('user', [
      string('name'),
      field('email', { type: 'email' }, { unique: true }),
      field('is_verified', { type: 'boolean' }, { default: false }),
      field('telegram_id', { type: 'integer' }, { unique: true, optional: true }),
    ]),
    entity('loan', [
      reference('user_id', 'user'),
      field('amount', money),
      field('status', states, { default: 'pending' }),
    ]),
  ],
  messages: [
    { ...event('loan.applied'), fields: [reference('loan_id', 'loan')] },
    { ...event('loan.scored'), fields: [reference('loan_id', 'loan'), field('score', { type: 'integer' })] },
    { ...event('user.created'), fields: [string('name'), field('email', { type: 'email' })] },
    {
      ...event('email.send'),
      type: 'task',
      fields: [field('to', { type: 'email' }), string('subject'), field('body', { type: 'text' })],
    },
  ],
})

const errorsOf = (topology: typeof story) =>
  judge(topology)
    .filter(({ severity, rule }) => severity === 'error' && rule !== 'not-generated-yet')
    .map(({ rule, message }) => `${rule}: ${message.en}`)

it('takes the finance story as it was told', () => {
  expect(topologySchema.safeParse(story).error).toBeUndefined()
  expect(errorsOf(story)).toEqual([])
})

it('puts the steps of a use case in their order again, also where a later one makes what an earlier one uses', () => {
  const inSteps = (steps: readonly Step[]) => ({
    ...story,
    nodes: story.nodes.map((node) =>
      node.type === 'service' && node.kind === 'business_api'
        ? { ...node, useCases: node.useCases?.map((one) => ({ ...one, steps })) }
        : node,
    ),
  })
  const [load, require, create, publish, answer] = apply as [Step, Step, Step, Step, Step]
  for (const steps of [
    [create, load, require, publish, answer],
    [answer, load, require, create, publish],
    [create, answer, load, publish, require],
  ])
    expect(fixAllSafe(inSteps(steps)).topology).toEqual(inSteps(apply))
})

it('gives every worker its own queue again when all links are gone', () => {
  const { topology } = fixAllSafe({ ...story, links: [] })
  expect(errorsOf(topology)).toEqual([])
  const consumed = topology.links.flatMap(({ type, from, to }) => (type === 'consumes' ? [[from, to]] : []))
  expect(consumed).toEqual(
    expect.arrayContaining([
      ['applications', 'scoring'],
      ['users', 'welcome'],
      ['email_tasks', 'email'],
    ]),
  )
  expect(topology.nodes).toHaveLength(story.nodes.length)
})
