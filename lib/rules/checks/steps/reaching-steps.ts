import { changeAt } from '@/lib/topology/at'
import type { Edit } from '@/lib/topology/edits'
import { addLink } from '@/lib/topology/edits'
import { freshId } from '@/lib/topology/fresh'
import { isName } from '@/lib/topology/identifiers'
import type { AnswerBody } from '@/lib/topology/model/step'
import { hasSecret } from '@/lib/topology/steps/assignable'
import { canBeCalled } from '@/lib/topology/steps/operations'
import { judgeValue } from '@/lib/topology/steps/typed-value'
import { plainType, type ValueType } from '@/lib/topology/steps/value-type'
import { plain, text } from '../../words'
import { bold, type Checked, fault, type StepFault, type StepOf, safe } from './checked'
import { checkGiven, checkValues, TEXT, valueFault } from './given'
import { typeWords } from './type-words'

/** A message that is there, with a payload that is complete. */
export function* checkPublish(checked: Checked<StepOf<'publish'>>): Generator<StepFault> {
  const { step, reader } = checked
  const message = reader.message(step.message)
  if (!message) {
    yield fault(
      ['message'],
      'publishes a message that is not there; choose one',
      'публикует сообщение, которого нет; выберите другое',
    )
    return
  }
  const given = { verb: 'gives', whole: text(plain(message.name)), complete: true }
  yield* checkValues(checked, ['values'], step.values, message.fields, given)
}

/** An operation of a system that the service is linked with, with what it needs. */
export function* checkCall(checked: Checked<StepOf<'call'>>): Generator<StepFault> {
  const { step, reader } = checked
  const target = reader.node(step.target)
  if (!target || !canBeCalled(target)) {
    yield target
      ? fault(
          ['target'],
          `calls ${plain(reader.nameOf(step.target))}, which has no operations; load and find entities instead`,
          `${plain(reader.nameOf(step.target))} не имеет операций; загружайте и ищите сущности`,
        )
      : fault(
          ['target'],
          'calls a system that is not there; choose one',
          'вызывает систему, которой нет; выберите другую',
        )
    return
  }
  yield* checkLink(checked, 'target', step.target, target.type === 'external')
  const name = plain(step.operation)
  const operation = reader.operation(step.target, step.operation)
  if (!operation) {
    const where = plain(reader.nameOf(step.target))
    yield fault(
      ['operation'],
      `calls ${name === '' ? 'no operation' : name} of ${where}, which is not there; choose one`,
      `у ${where} нет операции ${name === '' ? 'без имени' : name}; выберите другую`,
    )
    return
  }
  yield* checkValues(checked, ['values'], step.values, operation.inputs, {
    verb: 'gives',
    whole: text(name),
    complete: true,
  })
  if (step.as !== undefined && !operation.output) {
    yield fault(
      ['as'],
      `names the answer of ${name}, which answers nothing`,
      `ответ ${name} назван, но она ничего не отвечает`,
      bold(
        'Remove the name',
        'Убрать имя',
        changeAt(checked.at('as'), () => undefined),
      ),
    )
  }
}

/** Reaching needs a link; `surely` says that drawing it can break nothing else. */
function* checkLink(
  checked: Checked,
  key: 'target' | 'via',
  to: string,
  surely: boolean,
): Generator<StepFault> {
  const { reader, list } = checked
  const { id, kind } = list.service
  if (reader.isLinked('calls', id, to)) return
  const name = plain(reader.nameOf(to))
  const isSure = surely || kind === 'worker' || kind === 'bot'
  const fix = isSure ? safe(`Call ${name}`, `Соединить с ${name}`, drawCall(id, to)) : undefined
  yield fault(
    [key],
    `reaches ${name} without a link; draw it`,
    `обращается к ${name} без связи; проведите её`,
    fix,
  )
}

function drawCall(from: string, to: string): Edit {
  return (topology) => {
    const isThere = topology.links.some(
      (link) => link.type === 'calls' && link.from === from && link.to === to,
    )
    return isThere ? topology : addLink({ id: freshId(topology, 'link'), type: 'calls', from, to })(topology)
  }
}

const EMAIL: ValueType = plainType({ type: 'email' })

/** A mail server, an address, words. */
export function* checkEmail(checked: Checked<StepOf<'email'>>): Generator<StepFault> {
  const { step, reader } = checked
  const server = reader.node(step.via)
  if (server?.type !== 'external' || server.protocol !== 'smtp')
    yield fault(
      ['via'],
      'sends mail by something that is no mail server; choose one',
      'почта уходит не через почтовый сервер; выберите его',
    )
  else if (checked.list.service.kind === 'worker') yield* checkLink(checked, 'via', step.via, true)
  yield* checkGiven(checked, ['to'], step.to, EMAIL, { en: 'writes to', ru: 'получатель' })
  yield* checkGiven(checked, ['subject'], step.subject, TEXT, { en: 'writes a subject', ru: 'тема' })
  yield* checkGiven(checked, ['body'], step.body, TEXT, { en: 'writes a body', ru: 'письмо' })
}

/** A chat, which Telegram knows by its number, and words. */
export function* checkNotify(checked: Checked<StepOf<'notify'>>): Generator<StepFault> {
  const { step } = checked
  yield* checkGiven(checked, ['chat'], step.chat, plainType({ type: 'integer' }), {
    en: 'writes to a chat',
    ru: 'чат',
  })
  yield* checkGiven(checked, ['text'], step.text, TEXT, { en: 'writes a text', ru: 'текст' })
}

/** One answer at most, with content where its status says so. */
export function* checkAnswer(checked: Checked<StepOf<'answer'>>): Generator<StepFault> {
  const { step, point, list } = checked
  if (point.siblings.slice(0, point.index).some((one) => one.step === 'answer'))
    yield fault(
      [],
      'answers a second time',
      'отвечает второй раз',
      bold(
        'Remove the step',
        'Убрать шаг',
        changeAt(checked.at(), () => undefined),
      ),
    )
  const { status, content } = step
  if (list.context.in === 'command') {
    if (!content)
      yield fault(['content'], 'answers without content; say what', 'отвечает без содержания; укажите какое')
  } else if (content && status === 204) {
    yield fault(
      ['status'],
      'answers 204, which has no content',
      'ответ 204 не имеет содержания',
      safe(
        'Answer 200',
        'Ответить 200',
        changeAt(checked.at('status'), () => 200),
      ),
    )
  } else if (!content && (status === 200 || status === 201)) {
    yield fault(
      ['status'],
      `answers ${status} without content`,
      `ответ ${status} без содержания`,
      safe(
        'Answer 204',
        'Ответить 204',
        changeAt(checked.at('status'), () => 204),
      ),
    )
  }
  if (content) yield* checkContent(checked, content)
}

function* checkContent(checked: Checked, content: AnswerBody): Generator<StepFault> {
  if (content.body === 'object') {
    yield* checkObject(checked, content.fields)
    return
  }
  const { result, body } = content
  const name = plain(result)
  const type = judgeValue(checked.scope, { value: 'result', name: result, path: [] }).type
  const path = ['content', 'result']
  if (!checked.scope.results.has(result)) {
    yield result === ''
      ? fault(path, 'lacks what it answers with', 'не выбрано, чем отвечать')
      : fault(
          path,
          `answers with ${name}, but no earlier step has a result of this name`,
          `ни один шаг раньше не даёт результата ${name}`,
        )
    return
  }
  if (type.is === 'unknown') return
  const is = typeWords(checked.reader, type)
  if (type.is !== (body === 'entity' ? 'entity' : 'entities')) {
    const wanted = type.is === 'entities' ? 'list' : type.is === 'entity' ? 'entity' : undefined
    const fix =
      wanted &&
      safe(
        'Answer with what it is',
        'Ответить тем, что это есть',
        changeAt(checked.at('content', 'body'), () => wanted),
      )
    const [en, ru] = body === 'entity' ? ['one entity', 'одной записью'] : ['a list', 'списком']
    yield fault(
      ['content', 'body'],
      `answers with ${name} as ${en}, but it is ${is.en}`,
      `отвечает ${ru}, а ${name} — ${is.ru}`,
      fix,
    )
  } else if (type.optional) {
    yield fault(
      path,
      `answers with ${name}, which may be missing; require it to be set first`,
      `${name} может не быть; сначала потребуйте, чтобы оно было`,
    )
  }
}

function* checkObject(
  checked: Checked,
  fields: Extract<AnswerBody, { body: 'object' }>['fields'],
): Generator<StepFault> {
  if (fields.length === 0)
    yield fault(
      ['content', 'fields'],
      'answers with an object that has no fields',
      'отвечает объектом без полей',
    )
  const seen = new Set<string>()
  for (const [index, { name, value }] of fields.entries()) {
    const path = ['content', 'fields', index]
    const what = plain(name)
    if (seen.has(name))
      yield fault(
        [...path, 'name'],
        `answers ${what} twice`,
        `${what} в ответе дважды`,
        bold(
          `Remove ${what}`,
          `Убрать ${what}`,
          changeAt(checked.at(...path), () => undefined),
        ),
      )
    else if (!isName(name))
      yield fault(
        [...path, 'name'],
        `answers with a field "${what}", which is no name`,
        `поле ответа названо «${what}»: такое имя не годится`,
      )
    seen.add(name)
    const { type, faults } = judgeValue(checked.scope, value)
    for (const found of faults) yield valueFault(checked, [...path, 'value'], value, found)
    if (type.is === 'plain' && hasSecret(type.type))
      yield fault([...path, 'value'], `answers with ${what}, which is a secret`, `${what} в ответе — секрет`)
    if (type.is === 'constant' && type.constant === null)
      yield fault(
        [...path, 'value'],
        `answers with nothing as ${what}; leave it out`,
        `${what} в ответе — пустое значение; уберите его`,
      )
  }
}
