import { newLink } from '@/lib/catalog/links'
import type { Entity } from '@/lib/topology/model/entity'
import type { Link } from '@/lib/topology/model/link'
import type { Node } from '@/lib/topology/model/node'
import type { Step } from '@/lib/topology/model/step'
import { input, result } from '@/lib/topology/steps/written-values'
import { cards } from './cards'
import { scoreLoan, sendLetter, tellDecision, welcome } from './finance-handlers'
import { financeLending } from './finance-lending'
import { financeMessages } from './finance-messages'
import { applyForLoan } from './finance-use-cases'
import { both, type Example, field, places } from './parts'

const lending = financeLending.topology

const publishApplication: Step = {
  step: 'publish',
  message: 'loan-applied',
  values: [
    { name: 'loan_id', value: result('loan', 'id') },
    { name: 'amount', value: input('amount') },
  ],
}

/** Loans of this system know their score, too. */
function withScore(entity: Entity): Entity {
  if (entity.id !== 'loan') return entity
  const score = field('score', both('Score', 'Скоринговый балл'), {
    type: 'integer',
    min: 0,
    max: 1000,
    optional: true,
  })
  return { ...entity, fields: [...entity.fields, score] }
}

/** Applying tells so, before it is answered. */
function telling(node: Node): Node {
  if (node.type !== 'service' || node.kind !== 'business_api') return node
  const steps = applyForLoan.steps.flatMap((step) =>
    step.step === 'answer' ? [publishApplication, step] : [step],
  )
  return { ...node, useCases: [{ ...applyForLoan, steps }] }
}

const nodes: readonly Node[] = [
  ...lending.nodes.map(telling),
  { id: 'loan-scoring', type: 'queue', name: 'loan_scoring', messages: ['loan-applied'] },
  { id: 'letters', type: 'queue', name: 'customer_letters', messages: ['user-created', 'loan-scored'] },
  { id: 'email-tasks', type: 'queue', name: 'email_tasks', messages: ['email-send'] },
  {
    id: 'scoring',
    type: 'service',
    kind: 'worker',
    domain: 'scoring',
    label: both('Scoring', 'Скоринг'),
    description: both('Decides about loans that are applied for.', 'Принимает решения по заявкам на займы.'),
    handlers: [scoreLoan],
  },
  {
    id: 'correspondence',
    type: 'service',
    kind: 'worker',
    domain: 'correspondence',
    label: both('Correspondence', 'Переписка'),
    description: both(
      'Writes to customers when something has happened.',
      'Пишет клиентам, когда что-то произошло.',
    ),
    handlers: [welcome, tellDecision],
  },
  {
    id: 'email',
    type: 'service',
    kind: 'worker',
    domain: 'email',
    label: both('Email', 'Почта'),
    description: both(
      'Sends letters, one after the other, again where it fails.',
      'Отправляет письма, при сбое повторяет.',
    ),
    handlers: [sendLetter],
  },
  { id: 'redis', type: 'redis' },
  { id: 'mail', type: 'external', protocol: 'smtp', name: 'mail' },
]

const links: readonly Link[] = [
  ...lending.links,
  newLink('applied', 'publishes', 'lending', 'loan-scoring'),
  { id: 'registered', type: 'publishes', from: 'lending', to: 'letters', messages: ['user-created'] },
  newLink('to-score', 'consumes', 'loan-scoring', 'scoring'),
  { id: 'scored', type: 'publishes', from: 'scoring', to: 'letters', messages: ['loan-scored'] },
  newLink('scoring-data', 'calls', 'scoring', 'data'),
  newLink('to-write', 'consumes', 'letters', 'correspondence'),
  { id: 'correspondence-data', type: 'calls', from: 'correspondence', to: 'data', access: 'read' },
  newLink('written', 'publishes', 'correspondence', 'email-tasks'),
  newLink('to-send', 'consumes', 'email-tasks', 'email'),
  newLink('sent', 'calls', 'email', 'mail'),
  {
    id: 'lending-redis',
    type: 'caches',
    from: 'lending',
    to: 'redis',
    uses: ['cache', 'rate_limit', 'pub_sub'],
  },
  {
    id: 'scoring-redis',
    type: 'caches',
    from: 'scoring',
    to: 'redis',
    uses: ['cache', 'pub_sub', 'idempotency'],
  },
  newLink('correspondence-redis', 'caches', 'correspondence', 'redis'),
  newLink('email-redis', 'caches', 'email', 'redis'),
]

/** The finance system: who applies for a loan is scored by a worker, and is written to. */
export const finance: Example = {
  ...cards.finance,
  topology: {
    ...lending,
    project: {
      ...lending.project,
      options: { ...lending.project.options, kubernetes: true, observability: true },
      description: both(
        'Loans: applications, scoring, letters to customers.',
        'Займы: заявки, скоринг, письма клиентам.',
      ),
    },
    nodes,
    links,
    entities: lending.entities.map(withScore),
    messages: financeMessages,
    layout: places({
      lending: [0, 0],
      data: [2, 0],
      database: [3, 0],
      'loan-scoring': [0, 1],
      scoring: [1, 1],
      letters: [0, 2],
      correspondence: [1, 2],
      redis: [2, 2],
      'email-tasks': [0, 3],
      email: [1, 3],
      mail: [2, 3],
    }),
  },
}
