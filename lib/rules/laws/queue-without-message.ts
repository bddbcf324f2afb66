import type { Lookup } from '@/lib/topology/lookup'
import { addFirstMessage, firstMessageName } from '../repairs/messages'
import type { Finding, Rule } from '../rule'
import { lending, publishes, queue } from '../sketch'
import { flowing } from '../sketch-messages'
import { nodeName, plain, text } from '../words'

export const queueWithoutMessage: Rule = {
  id: 'queue-without-message',
  group: 'communication',
  severity: 'error',
  title: text('Every queue carries at least one message.', 'Каждая очередь несёт хотя бы одно сообщение.'),
  why: text(
    'A queue is bound by the names of its messages; without one nothing ever gets into it.',
    'Очередь привязана по именам своих сообщений; без них в неё ничего не попадёт.',
  ),
  check,
  examples: {
    valid: [{ name: text('It carries loan.created', 'Она несёт loan.created'), topology: flowing() }],
    invalid: [
      {
        name: text(
          'An empty queue of a service that creates loans',
          'Пустая очередь сервиса, создающего кредиты',
        ),
        topology: lending({ nodes: [queue('loans')], links: [publishes('lending', 'loans')] }),
      },
      {
        name: text('An empty queue alone', 'Пустая очередь сама по себе'),
        topology: lending({ nodes: [queue('jobs')] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const node of look.topology.nodes) {
    if (node.type !== 'queue' || node.messages.some((id) => look.message(id))) continue
    const name = nodeName(look, node.id)
    const first = plain(firstMessageName(look, node.id))
    yield {
      message: text(
        `${name} carries no message; name the first one.`,
        `Очередь ${name} не несёт ни одного сообщения; назовите первое.`,
      ),
      at: [{ part: 'node', id: node.id, path: ['messages'] }],
      fix: {
        label: text(`Add ${first}`, `Добавить ${first}`),
        edit: addFirstMessage(node.id),
        safe: true,
        completes: true,
      },
    }
  }
}
