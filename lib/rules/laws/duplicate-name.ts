import type { Lookup } from '@/lib/topology/lookup'
import { byEntities, byNames } from '@/lib/topology/while-same'
import { duplicateClasses } from '../checks/duplicate-classes'
import { duplicateEntities } from '../checks/duplicate-entities'
import { duplicateInScopes, duplicateParameters } from '../checks/duplicate-in-scopes'
import { duplicateServices } from '../checks/duplicate-services'
import { duplicateVariables } from '../checks/variables'
import type { Finding, Rule } from '../rule'
import {
  api,
  bot,
  dataApi,
  database,
  entity,
  event,
  external,
  field,
  integer,
  lending,
  queue,
  sketch,
  stores,
  string,
  withField,
} from '../sketch'
import { untilChanged } from '../until-changed'
import { text } from '../words'

const status = field('status', { type: 'enum', values: [{ name: 'open' }, { name: 'closed' }] })

export const duplicateName: Rule = {
  id: 'duplicate-name',
  group: 'names',
  severity: 'error',
  title: text(
    'Names are unique, also after folding case and after derivation.',
    'Имена различны, в том числе без учёта регистра и после образования производных имён.',
  ),
  why: text(
    'Two things of one name would be one folder, one table, one class or one variable.',
    'Две вещи с одним именем попали бы в одну папку, таблицу, класс или переменную.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('The same field in two entities', 'Одинаковое поле в двух сущностях'),
        topology: lending({ entities: [entity('payment', [integer('amount')])] }),
      },
    ],
    invalid: [
      {
        name: text('Two services of one name', 'Две службы с одним именем'),
        topology: lending({ nodes: [{ ...api('lending'), id: 'second' }] }),
      },
      {
        name: text('Different parts, the same derived name', 'Разные части, одно производное имя'),
        topology: sketch({
          nodes: [api('user_data'), { ...dataApi('user'), id: 'records' }, database('postgres')],
          links: [stores('records', 'postgres')],
        }),
      },
      {
        name: text('Two fields of one name', 'Два поля с одним именем'),
        topology: withField(string('purpose'), integer('purpose')),
      },
      {
        name: text('A plural that is another entity', 'Множественное число совпадает с другой сущностью'),
        topology: lending({ entities: [entity('loans', [integer('amount')])] }),
      },
      {
        name: text(
          'An enum that becomes the class of an entity',
          'Перечисление получает имя класса сущности',
        ),
        topology: lending({ entities: [entity('loan', [status]), entity('loan_status', [string('title')])] }),
      },
      {
        name: text(
          'A filter of one field is the name of another',
          'Фильтр одного поля называется как другое',
        ),
        topology: withField(integer('due', { indexed: true }), string('due_from', { indexed: true })),
      },
      {
        name: text('Two systems outside, one name', 'Две внешние системы с одним именем'),
        topology: lending({ nodes: [external('bureau'), { ...external('bureau'), id: 'second' }] }),
      },
      {
        name: text('Two messages, one class', 'Два сообщения, один класс'),
        topology: lending({
          nodes: [queue('loans', ['loan-offer_made', 'loan_offer-made'])],
          messages: [event('loan.offer_made'), event('loan_offer.made')],
        }),
      },
      {
        name: text("A variable that is a service's own", 'Переменная, которая уже есть у службы'),
        topology: lending({ nodes: [bot('support', { tokenVariable: 'FINANCE_LENDING_API_TOKEN' })] }),
      },
      {
        name: text('The project is called like a service', 'Проект назван как служба'),
        topology: lending({ project: { name: 'finance_lending_api' } }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  yield* serviceNames(look)
  yield* duplicateInScopes(look)
  yield* entityNames(look)
}

const serviceNames = untilChanged(byNames, function* (look) {
  yield* duplicateServices(look)
  yield* duplicateVariables(look)
})

const entityNames = untilChanged(byEntities, function* (look) {
  yield* duplicateEntities(look)
  yield* duplicateParameters(look)
  yield* duplicateClasses(look)
})
