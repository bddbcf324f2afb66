import { changeAt } from '@/lib/topology/at'
import type { Lookup } from '@/lib/topology/lookup'
import type { Finding, Rule } from '../rule'
import { queue } from '../sketch'
import { flowing } from '../sketch-messages'
import { nodeName, plain, text } from '../words'

export const invalidQueue: Rule = {
  id: 'invalid-queue',
  group: 'communication',
  severity: 'error',
  title: text('A queue names each of its messages once.', 'Очередь называет каждое своё сообщение один раз.'),
  why: text(
    'A second mention says nothing: a message gets into a queue once however often it is named.',
    'Второе упоминание ничего не значит: сообщение попадает в очередь один раз.',
  ),
  check,
  examples: {
    valid: [{ name: text('Each once', 'Каждое один раз'), topology: flowing() }],
    invalid: [
      {
        name: text('loan.created twice', 'loan.created дважды'),
        topology: flowing({ nodes: [queue('loans', ['loan-created', 'loan-created'])] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const node of look.topology.nodes) {
    if (node.type !== 'queue' || new Set(node.messages).size === node.messages.length) continue
    const twice = node.messages.findIndex((id, index) => node.messages.indexOf(id) < index)
    const id = node.messages[twice] ?? ''
    const what = plain(look.message(id)?.name ?? id)
    const place = { part: 'node', id: node.id, path: ['messages'] } as const
    yield {
      message: text(
        `${nodeName(look, node.id)} names ${what} twice; once is enough.`,
        `Очередь ${nodeName(look, node.id)} называет ${what} дважды; хватит одного раза.`,
      ),
      at: [{ ...place, path: ['messages', twice] }],
      fix: {
        label: text('Name each once', 'Назвать каждое один раз'),
        edit: changeAt(place, (value) => [...new Set(value as readonly string[])]),
        safe: true,
      },
    }
  }
}
