import { cards } from './cards'
import { applyForLoan } from './finance-use-cases'
import { both, type Example, entity, field, places, value } from './parts'

const user = entity(
  'data',
  'user',
  { one: both('User', 'Пользователь'), many: both('Users', 'Пользователи'), of: 'пользователя' },
  [
    field('email', both('Email', 'Электронная почта'), { type: 'email', unique: true }),
    field('name', both('Full name', 'Имя'), { type: 'string', minLength: 1, maxLength: 200 }),
    field('phone', both('Phone', 'Телефон'), {
      type: 'string',
      maxLength: 16,
      pattern: '^\\+[0-9]{7,15}$',
      optional: true,
    }),
    field('birth_date', both('Date of birth', 'Дата рождения'), { type: 'date' }),
    field('is_verified', both('Identity is verified', 'Личность подтверждена'), {
      type: 'boolean',
      indexed: true,
      default: false,
    }),
    field('is_active', both('Active', 'Активен'), { type: 'boolean', default: true }),
  ],
)

const loan = entity(
  'data',
  'loan',
  { one: both('Loan', 'Заём'), many: both('Loans', 'Займы'), of: 'займа' },
  [
    field('user_id', both('Borrower', 'Заёмщик'), {
      type: 'reference',
      entity: 'user',
      onDelete: 'restrict',
    }),
    field('amount', both('Amount', 'Сумма'), {
      type: 'decimal',
      precision: 12,
      scale: 2,
      min: 1000,
      max: 5_000_000,
    }),
    field('term_months', both('Term, months', 'Срок, месяцев'), { type: 'integer', min: 1, max: 120 }),
    field('interest_rate', both('Interest rate, % a year', 'Ставка, % годовых'), {
      type: 'decimal',
      precision: 5,
      scale: 2,
      min: 0,
      max: 100,
    }),
    field('purpose', both('Purpose', 'Цель'), { type: 'text', maxLength: 2000, optional: true }),
    field('status', both('Status', 'Статус'), {
      type: 'enum',
      values: [
        value('pending', 'Waits for a decision', 'Ожидает решения'),
        value('approved', 'Approved', 'Одобрен'),
        value('rejected', 'Rejected', 'Отклонён'),
        value('issued', 'Issued', 'Выдан'),
        value('closed', 'Paid back', 'Погашен'),
      ],
      indexed: true,
      default: 'pending',
    }),
    field('issued_on', both('Issued on', 'Дата выдачи'), { type: 'date', optional: true, indexed: true }),
  ],
  { indexes: [{ fields: ['user_id', 'status'] }] },
)

const payment = entity(
  'data',
  'loan_payment',
  { one: both('Payment', 'Платёж'), many: both('Payments', 'Платежи'), of: 'платежа' },
  [
    field('loan_id', both('Loan', 'Заём'), { type: 'reference', entity: 'loan', onDelete: 'cascade' }),
    field('number', both('Number in the schedule', 'Номер по графику'), {
      type: 'integer',
      min: 1,
      max: 120,
    }),
    field('due_date', both('Due', 'Срок платежа'), { type: 'date', indexed: true }),
    field('amount', both('Amount', 'Сумма'), { type: 'decimal', precision: 12, scale: 2, min: '0.01' }),
    field('paid_at', both('Paid at', 'Оплачен'), { type: 'datetime', optional: true }),
  ],
  { indexes: [{ fields: ['loan_id', 'number'], unique: true }] },
)

export const financeLending: Example = {
  ...cards.financeLending,
  topology: {
    topoforge: 1,
    project: {
      name: 'finance',
      context: 'finance',
      title: both('Finance', 'Финансы'),
      description: both('Loans: applications, decisions, payments.', 'Займы: заявки, решения, платежи.'),
      locale: 'ru',
    },
    nodes: [
      {
        id: 'lending',
        type: 'service',
        kind: 'business_api',
        domain: 'lending',
        label: both('Lending', 'Займы'),
        description: both(
          'Takes loan applications and shows their state.',
          'Принимает заявки на займы и показывает их состояние.',
        ),
        port: 8000,
        useCases: [applyForLoan],
      },
      {
        id: 'data',
        type: 'service',
        kind: 'postgres_data_api',
        domain: 'user',
        label: both('Users and loans', 'Пользователи и займы'),
        port: 8001,
      },
      { id: 'database', type: 'database', engine: 'postgres' },
    ],
    links: [
      { id: 'link', type: 'calls', from: 'lending', to: 'data' },
      { id: 'link-2', type: 'stores', from: 'data', to: 'database' },
    ],
    entities: [user, loan, payment],
    messages: [],
    layout: places({ lending: [0, 0], data: [1, 0], database: [2, 0] }),
  },
}
