import type { Step } from '@/lib/topology/model/step'
import type { Topology } from '@/lib/topology/model/topology'
import { constant, input, result } from '@/lib/topology/steps/written-values'
import type { DrawnRule } from '../../rule'
import {
  api,
  bot,
  calls,
  command,
  entity,
  event,
  external,
  field,
  lending,
  reference,
  type Sketch,
  scenario,
  schedule,
  string,
  values,
  worker,
} from '../../sketch'
import { text } from '../../words'

type Examples = DrawnRule['examples']

const loan = entity('loan', [
  reference('user_id', 'user'),
  field('amount', { type: 'decimal', precision: 12, scale: 2 }),
  field('due', { type: 'date' }, { indexed: true, optional: true }),
  field(
    'status',
    { type: 'enum', values: [{ name: 'pending' }, { name: 'closed' }] },
    { default: 'pending' },
  ),
  string('purpose', { optional: true }),
])
const user = entity('user', [
  string('name'),
  field('verified', { type: 'boolean' }),
  field('telegram_id', { type: 'integer' }, { unique: true, optional: true }),
])

const LOAD: Step = { step: 'load', entity: 'loan', by: 'id', value: input('loan_id'), as: 'loan' }
const USER: Step = { step: 'load', entity: 'user', by: 'id', value: result('loan', 'user_id'), as: 'user' }
const FIND: Step = { step: 'find', entity: 'loan', where: [], as: 'loans' }
const CLOSE_EACH: Step = {
  step: 'for_each',
  of: 'loans',
  steps: [{ step: 'update', target: 'item', values: values({ status: constant('closed') }) }],
}
const CLOSE: Step = { step: 'update', target: 'loan', values: values({ status: constant('closed') }) }

/** The small sound design with loans and users, and more in it. */
function design(more: Sketch): Topology {
  return lending({ ...more, entities: [loan, user], ...(more.entities && { entities: more.entities }) })
}

/** A use case with these steps; its input is a loan, an amount and, perhaps, a note. */
function doing(...steps: readonly Step[]): Topology {
  const inputs = [
    reference('loan_id', 'loan'),
    field('amount', { type: 'decimal', precision: 12, scale: 2 }),
    string('note', { optional: true }),
  ]
  return design({
    nodes: [api('lending', { useCases: [scenario('change_loan', steps, { input: inputs })] })],
  })
}

/** A schedule with these steps. */
function nightly(...steps: readonly Step[]): Topology {
  return design({
    nodes: [worker('night', { schedules: [schedule('nightly', steps)] })],
    links: [calls('night', 'records')],
  })
}

/** A bot that answers a command with these steps. */
function asking(...steps: readonly Step[]): Topology {
  return design({
    nodes: [bot('support', { commands: [command('loans', steps)] })],
    links: [calls('support', 'records')],
  })
}

export const validSteps: Examples['valid'] = [
  {
    name: text('Load, require, update, answer', 'Загрузить, потребовать, изменить, ответить'),
    topology: doing(
      LOAD,
      {
        step: 'require',
        condition: {
          test: 'compare',
          operator: '=',
          left: result('loan', 'status'),
          right: constant('pending'),
        },
        error: 'not_pending',
        status: 409,
        text: { en: 'The loan is no longer open.', ru: 'Заём уже закрыт.' },
      },
      CLOSE,
      { step: 'answer', status: 200, content: { body: 'entity', result: 'loan' } },
    ),
  },
  {
    name: text('Every overdue loan at night', 'Ночью каждый просроченный заём'),
    topology: nightly(
      {
        step: 'find',
        entity: 'loan',
        where: [{ field: 'due', operator: '<', value: { value: 'today' } }],
        as: 'loans',
      },
      {
        step: 'for_each',
        of: 'loans',
        steps: [{ step: 'update', target: 'item', values: values({ status: constant('closed') }) }],
      },
    ),
  },
  {
    name: text('A bot that shows loans', 'Бот показывает займы'),
    topology: asking(
      {
        step: 'load',
        entity: 'user',
        by: 'telegram_id',
        value: { value: 'sender', path: ['id'] },
        as: 'user',
      },
      {
        step: 'find',
        entity: 'loan',
        where: [{ field: 'user_id', operator: '=', value: result('user', 'id') }],
        as: 'loans',
      },
      { step: 'answer', status: 200, content: { body: 'list', result: 'loans' } },
    ),
  },
]

export const invalidSteps: Examples['invalid'] = [
  {
    name: text('A decimal from a text', 'Десятичное число из текста'),
    topology: doing(LOAD, {
      step: 'update',
      target: 'loan',
      values: values({ amount: result('loan', 'purpose') }),
    }),
  },
  {
    name: text('A result that no step gives', 'Результат, которого не даёт ни один шаг'),
    topology: doing(LOAD, { step: 'update', target: 'lone', values: values({ amount: input('amount') }) }),
  },
  {
    name: text('A value that may be missing', 'Значение, которого может не быть'),
    topology: doing({
      step: 'create',
      entity: 'user',
      values: values({ name: input('note'), verified: constant(false) }),
    }),
  },
  {
    name: text('A new row without what it needs', 'Новая запись без нужных полей'),
    topology: doing(LOAD, USER, { step: 'create', entity: 'loan', values: values({ version: constant(1) }) }),
  },
  {
    name: text('Loading what was never stored', 'Загрузка того, чего никогда не сохраняли'),
    topology: doing({ ...LOAD, value: { value: 'new_id' } } as Step, CLOSE),
  },
  {
    name: text('Loading without saying which', 'Загрузка неизвестно чего'),
    topology: nightly({ ...LOAD, value: constant(null) } as Step, CLOSE),
  },
  {
    name: text('Finding by this very moment', 'Поиск по этому самому мгновению'),
    topology: nightly({
      ...FIND,
      where: [{ field: 'created_at', operator: '=', value: { value: 'now' } }],
    } as Step),
  },
  {
    name: text('Loading by what is not unique', 'Загрузка по неуникальному полю'),
    topology: doing(
      { step: 'load', entity: 'loan', by: 'amount', value: input('loan_id'), as: 'loan' },
      CLOSE,
    ),
  },
  {
    name: text('Searching without an index', 'Поиск без индекса'),
    topology: doing({
      ...FIND,
      where: [{ field: 'status', operator: '=', value: constant('pending') }],
    } as Step),
  },
  {
    name: text('Reading after writing', 'Чтение после записи'),
    topology: doing(LOAD, CLOSE, USER),
  },
  {
    name: text('One name for two results', 'Одно имя у двух результатов'),
    topology: doing(LOAD, { ...USER, as: 'loan' } as Step, CLOSE),
  },
  {
    name: text('Two loops that change the same rows', 'Два цикла меняют одни и те же строки'),
    topology: nightly(FIND, CLOSE_EACH, CLOSE_EACH),
  },
  {
    name: text('A loop that writes in a use case', 'Цикл с записью в сценарии'),
    topology: doing(FIND, { step: 'for_each', of: 'loans', steps: [{ step: 'delete', target: 'item' }] }),
  },
  {
    name: text('Mail from an API', 'Письмо из API'),
    topology: design({
      nodes: [
        api('lending', {
          useCases: [
            scenario('greet', [
              {
                step: 'email',
                via: 'mail',
                to: constant('someone@company.com'),
                subject: constant('Hello'),
                body: constant('Hello'),
              },
            ]),
          ],
        }),
        { id: 'mail', type: 'external', protocol: 'smtp', name: 'mail' },
      ],
    }),
  },
  {
    name: text('An operation that the system does not have, and no link to it', 'Нет ни операции, ни связи'),
    topology: design({
      nodes: [
        api('lending', {
          useCases: [scenario('check', [{ step: 'call', target: 'bureau', operation: 'score', values: [] }])],
        }),
        external('bureau'),
      ],
    }),
  },
  {
    name: text('A message without its payload', 'Сообщение без содержимого'),
    also: ['message-without-queue'],
    topology: design({
      nodes: [
        api('lending', {
          useCases: [
            scenario(
              'apply',
              [{ step: 'publish', message: 'loan-applied', values: values({ day: { value: 'today' } }) }],
              {
                input: [reference('loan_id', 'loan')],
              },
            ),
          ],
        }),
      ],
      messages: [{ ...event('loan.applied'), fields: [reference('loan_id', 'loan')] }],
    }),
  },
  {
    name: text('A refusal without words, under a wrong name', 'Отказ без слов и с негодным именем'),
    topology: doing({
      step: 'require',
      condition: { test: 'is_set', value: input('note') },
      error: 'no note!',
      text: {},
    }),
  },
  {
    name: text('A table that answers with something else', 'Таблица отвечает не тем'),
    topology: doing({
      step: 'decide',
      rule: 'judge',
      inputs: values({ amount: input('amount') }),
      result: { type: 'enum', values: [{ name: 'yes' }, { name: 'no' }] },
      rows: [
        {
          when: { test: 'compare', operator: '>', left: input('sum'), right: constant(5) },
          result: 'maybe',
        },
      ],
      otherwise: 'no',
      as: 'verdict',
    }),
  },
  {
    name: text('A text with a place that nothing fills', 'Текст с местом, которое нечем заполнить'),
    topology: asking({
      step: 'notify',
      chat: { value: 'sender', path: ['id'] },
      text: { value: 'text', text: { en: 'Hello, {first_name}' }, places: [] },
    }),
  },
  {
    name: text('Comparing what is not alike', 'Сравнение несравнимого'),
    topology: doing({
      ...LOAD,
      when: { test: 'compare', operator: '<', left: input('note'), right: input('amount') },
    }),
  },
  {
    name: text('An answer 204 with content', 'Ответ 204 с содержанием'),
    topology: doing(LOAD, { step: 'answer', status: 204, content: { body: 'list', result: 'loan' } }),
  },
]
