import type { Text } from '@/lib/topology/model/basics'
import type { Step } from '@/lib/topology/model/step'
import type { NamedValue, Value } from '@/lib/topology/model/value'
import type { Handler } from '@/lib/topology/steps/step-lists'
import { constant, input, result } from '@/lib/topology/steps/written-values'
import { both } from './parts'

const message = (name: string): Value => ({ value: 'message', path: [name] })
const given = (name: string, value: Value): NamedValue => ({ name, value })
const text = (words: Text, places: readonly NamedValue[] = []): Value => ({
  value: 'text',
  text: words,
  places,
})

/** A letter goes out as a task, so that a mail server that is away holds nothing up. */
function letter(to: Value, subject: Value, body: Value): Step {
  return {
    step: 'publish',
    message: 'email-send',
    values: [given('to', to), given('subject', subject), given('body', body)],
  }
}

/** Decides about a loan that still waits: a score by a rule of one's own, and by it the verdict. */
export const scoreLoan: Handler = {
  id: 'score-loan',
  message: 'loan-applied',
  steps: [
    { step: 'load', entity: 'loan', by: 'id', value: message('loan_id'), as: 'loan' },
    {
      step: 'require',
      condition: {
        test: 'compare',
        operator: '=',
        left: result('loan', 'status'),
        right: constant('pending'),
      },
      error: 'not_pending',
      text: both('The loan is decided already.', 'Решение по займу уже принято.'),
      otherwise: 'stop',
    },
    {
      step: 'decide',
      rule: 'credit_score',
      inputs: [given('amount', message('amount')), given('term_months', result('loan', 'term_months'))],
      result: { type: 'integer', min: 0, max: 1000 },
      rows: [
        {
          when: { test: 'compare', operator: '>', left: input('amount'), right: constant(1_000_000) },
          result: 420,
        },
        {
          when: { test: 'compare', operator: '<=', left: input('term_months'), right: constant(12) },
          result: 780,
        },
      ],
      otherwise: 640,
      as: 'score',
    },
    {
      step: 'decide',
      rule: 'loan_decision',
      inputs: [given('score', result('score'))],
      result: { type: 'enum', values: [{ name: 'approved' }, { name: 'rejected' }] },
      rows: [
        {
          when: { test: 'compare', operator: '>=', left: input('score'), right: constant(600) },
          result: 'approved',
        },
      ],
      otherwise: 'rejected',
      as: 'verdict',
    },
    {
      step: 'update',
      target: 'loan',
      values: [given('status', result('verdict')), given('score', result('score'))],
    },
    {
      step: 'publish',
      message: 'loan-scored',
      values: [given('loan_id', result('loan', 'id')), given('status', result('verdict'))],
    },
  ],
}

export const welcome: Handler = {
  id: 'welcome',
  message: 'user-created',
  steps: [
    letter(
      message('email'),
      text(both('Welcome', 'Добро пожаловать')),
      text(both('{name}, we are glad that you are here.', '{name}, мы рады, что вы с нами.'), [
        given('name', message('name')),
      ]),
    ),
  ],
}

export const tellDecision: Handler = {
  id: 'tell-decision',
  message: 'loan-scored',
  steps: [
    { step: 'load', entity: 'loan', by: 'id', value: message('loan_id'), as: 'loan' },
    { step: 'load', entity: 'user', by: 'id', value: result('loan', 'user_id'), as: 'user' },
    letter(
      result('user', 'email'),
      text(both('Your loan', 'Ваш заём')),
      text(both('Decision: {status}.', 'Решение: {status}.'), [given('status', message('status'))]),
    ),
  ],
}

export const sendLetter: Handler = {
  id: 'send-letter',
  message: 'email-send',
  steps: [
    {
      step: 'email',
      via: 'mail',
      to: message('to'),
      subject: message('subject'),
      body: message('body'),
    },
  ],
}
