import type { Message } from '@/lib/topology/model/message'
import { both, field, value } from './parts'

const amount = field('amount', both('Amount', 'Сумма'), { type: 'decimal', precision: 12, scale: 2 })
const loan = field('loan_id', both('Loan', 'Заём'), { type: 'reference', entity: 'loan' })

/** What the services of the finance system tell one another. */
export const financeMessages: readonly Message[] = [
  {
    id: 'user-created',
    type: 'event',
    name: 'user.created',
    label: both('Somebody has registered', 'Новый пользователь'),
    fields: [
      field('id', both('User', 'Пользователь'), { type: 'uuid' }),
      field('email', both('Email', 'Электронная почта'), { type: 'email' }),
      field('name', both('Full name', 'Имя'), { type: 'string', minLength: 1, maxLength: 200 }),
    ],
  },
  {
    id: 'loan-applied',
    type: 'event',
    name: 'loan.applied',
    label: both('Somebody has applied for a loan', 'Подана заявка на заём'),
    fields: [loan, amount],
  },
  {
    id: 'loan-scored',
    type: 'event',
    name: 'loan.scored',
    label: both('The decision about a loan', 'Решение по займу'),
    fields: [
      loan,
      field('status', both('Decision', 'Решение'), {
        type: 'enum',
        values: [value('approved', 'Approved', 'Одобрен'), value('rejected', 'Rejected', 'Отклонён')],
      }),
    ],
  },
  {
    id: 'email-send',
    type: 'task',
    name: 'email.send',
    label: both('A letter to be sent', 'Письмо к отправке'),
    fields: [
      field('to', both('To', 'Кому'), { type: 'email' }),
      field('subject', both('Subject', 'Тема'), { type: 'string', minLength: 1, maxLength: 200 }),
      field('body', both('Text', 'Текст'), { type: 'text', minLength: 1, maxLength: 4000 }),
    ],
  },
]
