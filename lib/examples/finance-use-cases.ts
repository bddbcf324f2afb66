import type { BusinessApi } from '@/lib/topology/model/service'
import { constant, input, result } from '@/lib/topology/steps/written-values'
import { both } from './parts'

type UseCase = NonNullable<BusinessApi['useCases']>[number]

const borrowed = { type: 'decimal', precision: 12, scale: 2, min: 1000, max: 5_000_000 } as const

/** Who is verified asks for a loan; the rate follows from a rule of one's own. */
export const applyForLoan: UseCase = {
  id: 'apply-for-loan',
  name: 'apply_for_loan',
  title: both('Apply for a loan', 'Подать заявку на заём'),
  method: 'POST',
  path: '/users/{user_id}/loan-applications',
  input: [
    { name: 'user_id', label: both('Borrower', 'Заёмщик'), type: 'reference', entity: 'user' },
    { name: 'amount', label: both('Amount', 'Сумма'), ...borrowed },
    { name: 'term_months', label: both('Term, months', 'Срок, месяцев'), type: 'integer', min: 1, max: 120 },
    { name: 'purpose', label: both('Purpose', 'Цель'), type: 'text', maxLength: 2000, optional: true },
  ],
  steps: [
    { step: 'load', entity: 'user', by: 'id', value: input('user_id'), as: 'user' },
    {
      step: 'require',
      condition: {
        test: 'compare',
        operator: '=',
        left: result('user', 'is_verified'),
        right: constant(true),
      },
      error: 'unverified_user',
      status: 403,
      text: both('Only verified users borrow.', 'Заём доступен только проверенным пользователям.'),
    },
    {
      step: 'decide',
      rule: 'interest_rate',
      inputs: [
        { name: 'amount', value: input('amount') },
        { name: 'term_months', value: input('term_months') },
      ],
      result: { type: 'decimal', precision: 5, scale: 2 },
      rows: [
        {
          when: {
            test: 'compare',
            operator: '>',
            left: input('amount'),
            right: constant(1_000_000),
          },
          result: 14.5,
        },
        {
          when: {
            test: 'compare',
            operator: '<=',
            left: input('term_months'),
            right: constant(12),
          },
          result: 18,
        },
      ],
      otherwise: 21,
      as: 'rate',
    },
    {
      step: 'create',
      entity: 'loan',
      values: [
        { name: 'user_id', value: result('user', 'id') },
        { name: 'amount', value: input('amount') },
        { name: 'term_months', value: input('term_months') },
        { name: 'interest_rate', value: result('rate') },
        { name: 'purpose', value: input('purpose') },
      ],
      as: 'loan',
    },
    { step: 'answer', status: 201, content: { body: 'entity', result: 'loan' } },
  ],
}
