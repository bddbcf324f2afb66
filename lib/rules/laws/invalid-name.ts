import { cut, isName, isVariableName, slug, variableSlug } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import type { GivenName, NameRole } from '@/lib/topology/names'
import { namedFix } from '../checks/duplicate-finding'
import { goodName } from '../good-name'
import type { Finding, Fix, Rule, Text } from '../rule'
import { bot, entity, event, lending, queue, string, withField } from '../sketch'
import { namesThat } from '../suspects'
import { shown, text } from '../words'

export const invalidName: Rule = {
  id: 'invalid-name',
  group: 'names',
  severity: 'error',
  title: text(
    'A name is snake_case ASCII: a letter first, then letters and digits, single underscores between them.',
    'Имя пишется snake_case латиницей: сначала буква, затем буквы и цифры, между ними одиночные подчёркивания.',
  ),
  why: text(
    'Names become identifiers, files, tables and paths; labels are for any other words.',
    'Из имён получаются идентификаторы, файлы, таблицы и пути; для других слов есть подписи.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('A Russian word as a label', 'Русское слово в подписи'),
        topology: lending({
          entities: [
            entity('loan', [string('purpose', { label: { ru: 'Цель' } })], {
              labels: { one: { ru: 'кредит' } },
            }),
          ],
        }),
      },
      { name: text('A digit inside', 'Цифра внутри'), topology: withField(string('line2')) },
    ],
    invalid: [
      { name: text('camelCase', 'camelCase'), topology: withField(string('dueDate')) },
      { name: text('Underscores around', 'Подчёркивания по краям'), topology: withField(string('_id_')) },
      { name: text('Two underscores', 'Двойное подчёркивание'), topology: withField(string('due__at')) },
      {
        name: text('An entity in Russian', 'Сущность по-русски'),
        topology: lending({ entities: [entity('loan', [string('purpose')], { name: 'заявка' })] }),
      },
      {
        name: text('A project with a blank', 'Проект с пробелом'),
        topology: lending({ project: { name: 'My project' } }),
      },
      {
        name: text(
          'A queue with a dash, a variable in lower case',
          'Очередь с дефисом, переменная строчными',
        ),
        topology: lending({
          nodes: [queue('email-tasks', ['loan-applied']), bot('support', { tokenVariable: 'token' })],
          messages: [event('loan.applied')],
        }),
      },
    ],
  },
}

const WORDS: Partial<Record<NameRole, Text>> = {
  project: text('project', 'проект'),
  entity: text('entity', 'сущность'),
  plural: text('plural', 'множественное число'),
  field: text('field', 'поле'),
  queue: text('queue', 'очередь'),
  external: text('system', 'система'),
  operation: text('operation', 'операция'),
  use_case: text('use case', 'сценарий'),
  schedule: text('schedule', 'расписание'),
  command: text('command', 'команда'),
  variable: text('variable', 'переменная'),
}

function* check(look: Lookup): Generator<Finding> {
  for (const given of namesThat(look.topology, isBad)) {
    const word = WORDS[given.role]
    if (!word) continue
    const fix = fixOf(look, given)
    const [en, ru] = given.role === 'variable' ? VARIABLE_FORM : NAME_FORM
    const { name } = given
    yield {
      message: text(
        `The ${word.en} ${name === '' ? 'has no name' : `${shown(name)} is no name`}; use ${en}.`,
        `${upper(word.ru)}${name === '' ? ': имени нет' : ` ${shown(name)}: такое имя не годится`}; нужны ${ru}.`,
      ),
      at: [given.place],
      ...(fix && { fix }),
    }
  }
}

const NAME_FORM = [
  'letters a–z, digits and single underscores between them, a letter first',
  'буквы a–z, цифры и одиночные подчёркивания между ними, сначала буква',
] as const
const VARIABLE_FORM = [
  'letters A–Z, digits and single underscores between them, a letter first',
  'буквы A–Z, цифры и одиночные подчёркивания между ними, сначала буква',
] as const

const isBad = (given: GivenName) => given.role in WORDS && !isGood(given)

function isGood({ role, name }: GivenName): boolean {
  return role === 'variable' ? isVariableName(name) : isName(name)
}

function fixOf(look: Lookup, given: GivenName): Fix | undefined {
  const stem = given.role === 'variable' ? variableSlug(given.name, 'VARIABLE') : slug(given.name, given.role)
  const good = goodName(look, given, stem) ?? goodName(look, given, `${cut(stem, 32)}_value`)
  return good === undefined ? undefined : namedFix(good, given.rename(good))
}

const upper = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
