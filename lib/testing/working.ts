import type { Message } from '@/lib/topology/model/message'
import type { Node } from '@/lib/topology/model/node'
import type { Service } from '@/lib/topology/model/service'
import type { Step } from '@/lib/topology/model/step'
import type { Topology } from '@/lib/topology/model/topology'
import type { NamedValue, Value } from '@/lib/topology/model/value'

/** The example of lending with a worker that decides about loans when they are applied for, and one of the clock. */
export function working(topology: Topology): Topology {
  const idOf = (name: string) => topology.entities.find((entity) => entity.name === name)?.id ?? ''
  const data = topology.nodes.find((node) => node.type === 'service' && node.kind === 'postgres_data_api')
  const [loan, user] = [idOf('loan'), idOf('user')]
  return {
    ...topology,
    nodes: [
      ...topology.nodes,
      queue,
      { id: 'working-redis', type: 'redis' },
      { id: MAIL, type: 'external', protocol: 'smtp', name: 'mail' },
      scoring(loan, user),
      nightly(user),
    ],
    links: [
      ...topology.links,
      { id: 'working-consumes', type: 'consumes', from: queue.id, to: SCORING },
      { id: 'working-mails', type: 'calls', from: SCORING, to: MAIL },
      { id: 'working-caches', type: 'caches', from: SCORING, to: 'working-redis' },
      ...[SCORING, NIGHTLY].map((from) => ({
        id: `working-${from}`,
        type: 'calls' as const,
        from,
        to: data?.id ?? '',
      })),
    ],
    messages: [...topology.messages, applied(loan), closed],
  }
}

const SCORING = 'working-scoring'
const NIGHTLY = 'working-nightly'
const MAIL = 'working-mail'
const queue: Node = {
  id: 'working-queue',
  type: 'queue',
  name: 'loan_scoring',
  messages: ['working-applied', 'working-closed'],
}
const closed: Message = { id: 'working-closed', type: 'event', name: 'loan.closed', fields: [] }

function applied(loan: string): Message {
  return {
    id: 'working-applied',
    type: 'event',
    name: 'loan.applied',
    fields: [
      { name: 'loan_id', type: 'reference', entity: loan },
      { name: 'amount', type: 'decimal', precision: 12, scale: 2 },
      { name: 'channel', type: 'enum', values: [{ name: 'web' }, { name: 'bot' }] },
    ],
  }
}

const message = (name: string): Value => ({ value: 'message', path: [name] })
const result = (name: string, ...path: readonly string[]): Value => ({ value: 'result', name, path })
const constant = (value: string | number): Value => ({ value: 'constant', constant: value })
const given = (name: string, value: Value): NamedValue => ({ name, value })

function scoring(loan: string, user: string): Service {
  const steps: readonly Step[] = [
    { step: 'load', entity: loan, by: 'id', value: message('loan_id'), as: 'loan' },
    {
      step: 'require',
      condition: {
        test: 'compare',
        operator: '=',
        left: result('loan', 'status'),
        right: constant('pending'),
      },
      error: 'not_pending',
      text: { en: 'The loan is decided already.' },
      otherwise: 'stop',
    },
    {
      step: 'require',
      condition: { test: 'compare', operator: '=', left: message('channel'), right: constant('web') },
      error: 'odd_channel',
      text: { en: 'Nobody decides what comes that way.' },
      otherwise: 'fail',
    },
    {
      step: 'decide',
      rule: 'loan_decision',
      inputs: [given('amount', message('amount')), given('channel', message('channel'))],
      result: { type: 'enum', values: [{ name: 'approved' }, { name: 'rejected' }] },
      rows: [
        {
          when: {
            test: 'compare',
            operator: '<',
            left: { value: 'input', path: ['amount'] },
            right: constant(100_000),
          },
          result: 'approved',
        },
      ],
      otherwise: 'rejected',
      as: 'verdict',
    },
    { step: 'load', entity: user, by: 'id', value: result('loan', 'user_id'), as: 'user' },
    { step: 'update', target: 'loan', values: [given('status', result('verdict'))] },
    {
      step: 'email',
      via: MAIL,
      to: result('user', 'email'),
      subject: constant('Your loan'),
      body: {
        value: 'text',
        text: { en: 'It is {verdict}.' },
        places: [given('verdict', result('verdict'))],
      },
    },
  ]
  return {
    id: SCORING,
    type: 'service',
    kind: 'worker',
    domain: 'scoring',
    concurrency: 4,
    handlers: [{ id: 'working-handler', message: 'working-applied', steps }],
  }
}

function nightly(user: string): Service {
  const values = [
    given('email', constant('night@example.org')),
    given('name', constant('Night')),
    given('birth_date', { value: 'today' }),
  ]
  return {
    id: NIGHTLY,
    type: 'service',
    kind: 'worker',
    domain: 'nightly',
    schedules: [
      {
        id: 'working-schedule',
        name: 'nightly_user',
        cron: '0 3 * * *',
        timeZone: 'Europe/Moscow',
        steps: [{ step: 'upsert', entity: user, by: 'email', values }],
      },
    ],
  }
}
