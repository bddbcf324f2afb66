import { changeAt } from '@/lib/topology/at'
import { isMessageName, messageSlug } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import type { Message } from '@/lib/topology/model/message'
import { foldMessage } from '../name-scopes'
import { wouldBeFilled } from '../repairs/messages'
import type { Finding, Rule } from '../rule'
import { event, lending, queue } from '../sketch'
import { plain, shown, text } from '../words'

export const invalidMessageName: Rule = {
  id: 'invalid-message-name',
  group: 'names',
  severity: 'error',
  title: text(
    'A message is <subject>.<verb>, in lower case with one dot.',
    'Имя сообщения: <предмет>.<действие>, строчными буквами с одной точкой.',
  ),
  why: text(
    'The name is the routing key, and queues are bound by it.',
    'Имя служит ключом маршрутизации, по нему привязаны очереди.',
  ),
  check,
  examples: {
    valid: [{ name: text('loan.applied', 'loan.applied'), topology: carrying('loan.applied') }],
    invalid: [
      { name: text('A class name', 'Имя как у класса'), topology: carrying('LoanApplied') },
      { name: text('A subject without a verb', 'Предмет без действия'), topology: carrying('loan') },
      { name: text('Too many dots', 'Слишком много точек'), topology: carrying('finance.loan.applied') },
    ],
  },
}

function carrying(name: string) {
  return lending({ nodes: [queue('loans', ['m'])], messages: [{ ...event(name), id: 'm' }] })
}

function* check(look: Lookup): Generator<Finding> {
  const taken = new Set(look.topology.messages.map(({ name }) => foldMessage(name)))
  for (const one of look.topology.messages) {
    const { id, name } = one
    if (isMessageName(name)) continue
    const good = goodMessageName(look, one, taken)
    yield {
      message: text(
        `The message ${shown(name)} has no name like loan.applied: a subject, a dot, a verb.`,
        `Сообщение ${shown(name)} названо не так, как loan.applied: предмет, точка, действие.`,
      ),
      at: [{ part: 'message', id, path: ['name'] }],
      fix: {
        label: text(`Use ${plain(good)}`, `Взять ${plain(good)}`),
        edit: changeAt({ part: 'message', id, path: ['name'] }, () => good),
        safe: true,
      },
    }
  }
}

/** The name in the right form, with a number where it is taken or would mean the write of an entity. */
function goodMessageName(look: Lookup, message: Message, taken: ReadonlySet<string>): string {
  const stem = messageSlug(message.name)
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}_${number}`
    if (!taken.has(foldMessage(name)) && !wouldBeFilled(look, message, name)) return name
  }
}
