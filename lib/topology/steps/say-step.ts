import type { Lookup } from '../lookup'
import type { Text } from '../model/basics'
import type { Service } from '../model/service'
import type { AnswerBody, Step } from '../model/step'
import type { NamedValue } from '../model/value'
import { countEn, countRu } from '../plural'
import { COMPARISON_SIGNS, phraseCondition } from './say-condition'
import { both, joined, named, type Phrase, phrase, textOf } from './say-phrase'
import { orGap, phraseValue, sayDuration } from './say-value'

/** What a step does, in plain words: `load user by id = input.user_id as user`. */
export function sayStep(look: Lookup, service: Service, step: Step): Text {
  return textOf(phraseStep(look, service, step))
}

/** The same, with its names told from its words. */
export function phraseStep(look: Lookup, service: Service, step: Step): Phrase {
  const said = phraseBody(look, service, step)
  if (!step.when) return said
  return phrase('when {when}: {said}', 'если {when}: {said}', { when: phraseCondition(step.when), said })
}

type Of<Name extends Step['step']> = Extract<Step, { step: Name }>

function phraseBody(look: Lookup, service: Service, step: Step): Phrase {
  switch (step.step) {
    case 'load':
      return load(look, step)
    case 'find':
      return find(look, step)
    case 'for_each':
      return phrase('for each of {list}', 'для каждого из {list}', { list: named(orGap(step.of)) })
    case 'require':
      return require(service, step)
    case 'decide':
      return withResult(
        phrase('decide by the rule {rule}{from}', 'решить по правилу {rule}{from}', {
          rule: named(orGap(step.rule)),
          from: from(step.inputs),
        }),
        step.as,
      )
    case 'create':
      return withResult(
        phrase('create {entity}{from}', 'создать {entity}{from}', {
          entity: entity(look, step.entity),
          from: from(step.values),
        }),
        step.as,
      )
    case 'update':
      return phrase('update {target}{fields}', 'изменить {target}{fields}', {
        target: named(orGap(step.target)),
        fields: listed(step.values),
      })
    case 'delete':
      return phrase('delete {target}', 'удалить {target}', { target: named(orGap(step.target)) })
    case 'upsert':
      return upsert(look, step)
    case 'publish':
      return publish(look, step)
    case 'call':
      return call(look, step)
    case 'email':
      return phrase('email {to}: {subject}', 'письмо {to}: {subject}', {
        to: phraseValue(step.to),
        subject: phraseValue(step.subject),
      })
    case 'notify':
      return phrase('write to the chat {chat}: {text}', 'написать в чат {chat}: {text}', {
        chat: phraseValue(step.chat),
        text: phraseValue(step.text),
      })
    case 'answer':
      return answer(step)
  }
}

const NOTHING = phrase('', '')

function entity(look: Lookup, id: string): Phrase {
  const found = look.entity(id)
  return found ? named(orGap(found.name)) : gone('an entity that is gone', 'удалённую сущность')
}

function gone(en: string, ru: string): Phrase {
  return { en: [{ name: en, of: 'gone' }], ru: [{ name: ru, of: 'gone' }] }
}

function withResult(said: Phrase, as: string | undefined): Phrase {
  return as === undefined ? said : phrase('{said} as {as}', '{said} как {as}', { said, as: named(orGap(as)) })
}

/** ` from 3 values`; nothing where there is none. */
function from(values: readonly NamedValue[]): Phrase {
  if (values.length === 0) return NOTHING
  const ru = countRu(values.length, 'значения', 'значений', 'значений')
  return phrase(` from ${countEn(values.length, 'value')}`, ` из ${ru}`)
}

const SHOWN = 3

/** `: status, score and 2 more` */
function listed(values: readonly NamedValue[]): Phrase {
  if (values.length === 0) return NOTHING
  const names = joined(
    values.slice(0, SHOWN).map(({ name }) => named(orGap(name))),
    { en: ', ', ru: ', ' },
  )
  const more = values.length - SHOWN
  return more > 0
    ? phrase(`: {names} and ${more} more`, `: {names} и ещё ${more}`, { names })
    : phrase(': {names}', ': {names}', { names })
}

function load(look: Lookup, { entity: id, by, value, as }: Of<'load'>): Phrase {
  const said = phrase('load {entity} by {by} = {value}', 'загрузить {entity} по {by} = {value}', {
    entity: entity(look, id),
    by: named(orGap(by)),
    value: phraseValue(value),
  })
  return withResult(said, as)
}

function find(look: Lookup, step: Of<'find'>): Phrase {
  const conditions = step.where.map(({ field, operator, value }) =>
    phrase('{field} {sign} {value}', '{field} {sign} {value}', {
      field: named(orGap(field)),
      sign: phrase(COMPARISON_SIGNS[operator], COMPARISON_SIGNS[operator]),
      value: phraseValue(value),
    }),
  )
  const where = { where: joined(conditions, { en: ' and ', ru: ' и ' }) }
  const said = phrase('find {entity}{where}{order}{limit}', 'найти {entity}{where}{order}{limit}', {
    entity: entity(look, step.entity),
    where: conditions.length > 0 ? phrase(' where {where}', ', где {where}', where) : NOTHING,
    order: order(step),
    limit:
      step.limit === undefined ? NOTHING : phrase(`, at most ${step.limit},`, `, не больше ${step.limit},`),
  })
  return withResult(said, step.as)
}

function order({ orderBy, descending }: Of<'find'>): Phrase {
  if (orderBy === undefined) return NOTHING
  const by = { by: named(orGap(orderBy)) }
  return descending
    ? phrase(', by {by} falling', ', по убыванию {by}', by)
    : phrase(', by {by}', ', по возрастанию {by}', by)
}

function require(service: Service, step: Of<'require'>): Phrase {
  return phrase('require {condition} else {otherwise}', 'проверить: {condition}, иначе {otherwise}', {
    condition: phraseCondition(step.condition),
    otherwise: otherwise(service, step),
  })
}

/** What the format takes for a refusal without a status. */
export const DEFAULT_STATUS = 409

/** An API answers a status; a handler stops, or fails and gives the message up; others say what is wrong. */
function otherwise(service: Service, { error, status, otherwise: how }: Of<'require'>): Phrase {
  const name = { error: named(orGap(error)) }
  if (how === 'stop') return phrase('stop', 'остановиться')
  if (how === 'fail') return phrase('fail with {error}', 'ошибка {error}', name)
  if (service.kind !== 'business_api') return phrase('{error}', '{error}', name)
  const code = String(status ?? DEFAULT_STATUS)
  return phrase(`${code} {error}`, `${code} {error}`, name)
}

function upsert(look: Lookup, { entity: id, by, values, as }: Of<'upsert'>): Phrase {
  const said = phrase(
    'create or update {entity} by {by}{from}',
    'создать или изменить {entity} по {by}{from}',
    { entity: entity(look, id), by: named(orGap(by)), from: from(values) },
  )
  return withResult(said, as)
}

const INTERVALS = [
  { unit: 'days', seconds: 86_400 },
  { unit: 'hours', seconds: 3600 },
  { unit: 'minutes', seconds: 60 },
  { unit: 'seconds', seconds: 1 },
] as const

/** The largest unit of which a number of seconds is a whole number. */
export function asDuration(seconds: number) {
  const { unit, seconds: length } = INTERVALS.find((one) => seconds % one.seconds === 0) ?? INTERVALS[3]
  return seconds === 0 ? { amount: 0, unit: 'seconds' as const } : { amount: seconds / length, unit }
}

function publish(look: Lookup, { message: id, delaySeconds = 0 }: Of<'publish'>): Phrase {
  const found = look.message(id)
  const message = found ? named(orGap(found.name)) : gone('a message that is gone', 'удалённое сообщение')
  const said = phrase('publish {message}', 'опубликовать {message}', { message })
  if (delaySeconds === 0) return said
  const { amount, unit } = asDuration(delaySeconds)
  const { en, ru } = sayDuration(amount, unit)
  return both(said, phrase(`, after ${en}`, `, задержка: ${ru}`))
}

function call(look: Lookup, step: Of<'call'>): Phrase {
  const node = look.node(step.target)
  const said = phrase('call {operation} of {target}{from}', 'вызвать {operation} у {target}{from}', {
    operation: named(orGap(step.operation)),
    target: node ? named(orGap(look.nameOf(node))) : gone('a system that is gone', 'удалённой системы'),
    from: from(step.values),
  })
  const tolerant = phrase(', go on if it fails', ', при отказе продолжить')
  return withResult(step.otherwise === 'continue' ? both(said, tolerant) : said, step.as)
}

function answer({ status, content }: Of<'answer'>): Phrase {
  const code = named(String(status), 'constant')
  if (!content) return phrase('answer {code}', 'ответить {code}', { code })
  return phrase('answer {code} with {content}', 'ответить {code}: {content}', {
    code,
    content: body(content),
  })
}

function body(content: AnswerBody): Phrase {
  switch (content.body) {
    case 'entity':
      return named(orGap(content.result))
    case 'list':
      return phrase('the list {list}', 'список {list}', { list: named(orGap(content.result)) })
    case 'object':
      return content.fields.length === 0
        ? phrase('an empty object', 'пустой объект')
        : joined(
            content.fields.map(({ name }) => named(orGap(name))),
            { en: ', ', ru: ', ' },
          )
  }
}
