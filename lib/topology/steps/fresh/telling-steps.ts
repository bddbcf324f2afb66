/** New steps that reach out: call, email, notify, answer. */
import { callable } from '../analysis'
import { filled } from '../fill'
import { likelyTarget, mailServer } from '../likely'
import { valuesIn } from '../offers'
import { plainType } from '../value-type'
import { freshResult, lastOf, type Maker, words } from './around'

/** Calls the first operation that can be reached. */
export const makeCall: Maker = (around) => {
  const target = likelyTarget(around)
  const [operation] = target ? callable(around.look, target.id) : []
  if (!target || !operation) return undefined
  const as = operation.output && { as: freshResult(around.scope, operation.name) }
  return {
    step: 'call',
    target: target.id,
    operation: operation.name,
    values: filled(around.scope, operation.inputs),
    ...as,
  }
}

/** Writes to somebody whose address is in scope. */
export const makeEmail: Maker = (around) => {
  const server = mailServer(around)
  if (!server) return undefined
  const [to] = valuesIn(around.scope, plainType({ type: 'email' }), 'email')
  return {
    step: 'email',
    via: server.id,
    to: to?.value ?? { value: 'constant', constant: 'team@company.com' },
    subject: words('News', 'Новости'),
    body: words('Something has happened.', 'Кое-что произошло.'),
  }
}

/** Writes into a chat that is in scope. */
export const makeNotify: Maker = ({ scope }) => {
  const chats = valuesIn(scope, plainType({ type: 'integer' }), 'telegram_id')
  const named = chats.find(({ name }) => /(?:^sender|chat|telegram|user)[._]?.*id$/.test(name))
  return {
    step: 'notify',
    chat: (named ?? chats.find(({ value }) => 'path' in value))?.value ?? {
      value: 'constant',
      constant: 0,
    },
    text: words('Something has happened.', 'Кое-что произошло.'),
  }
}

/** Answers with what was made last. */
export const makeAnswer: Maker = ({ scope }) => {
  const last = lastOf(scope, 'entity') ?? lastOf(scope, 'entities')
  if (last) {
    const body = last.is === 'entity' ? 'entity' : 'list'
    return { step: 'answer', status: last.created ? 201 : 200, content: { body, result: last.name } }
  }
  if (scope.context.in !== 'command') return { step: 'answer', status: 204 }
  const fields = [{ name: 'text', value: words('Done.', 'Готово.') }]
  return { step: 'answer', status: 200, content: { body: 'object', fields } }
}
