import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import { deadLetterOn } from '../repairs/queues'
import type { Finding, Rule } from '../rule'
import { queue } from '../sketch'
import { flowing } from '../sketch-messages'
import { nodeName, text } from '../words'

export const queueWithoutDeadLetter: Rule = {
  id: 'queue-without-dead-letter',
  group: 'communication',
  severity: 'error',
  title: text(
    'Every consumed queue has a dead-letter queue.',
    'У каждой потребляемой очереди есть очередь недоставленных сообщений.',
  ),
  why: text(
    'A message that fails every time would be lost, or would block the queue for ever.',
    'Сообщение, которое каждый раз не удаётся обработать, потерялось бы или навсегда заняло очередь.',
  ),
  check,
  examples: {
    valid: [
      { name: text('On, unless it is turned off', 'Включена, если её не выключили'), topology: flowing() },
    ],
    invalid: [
      {
        name: text('Turned off', 'Выключена'),
        topology: flowing({ nodes: [{ ...queue('loans', ['loan-created']), deadLetter: false }] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const node of look.topology.nodes) {
    if (node.type !== 'queue' || node.deadLetter !== false) continue
    const links = flowsOf(look).consumersOf(node.id)
    if (links.length === 0) continue
    const name = nodeName(look, node.id)
    yield {
      message: text(
        `${name} is consumed without a dead-letter queue; turn it on.`,
        `Очередь ${name} потребляется без очереди недоставленных; включите её.`,
      ),
      at: [
        { part: 'node', id: node.id, path: ['deadLetter'] },
        ...links.map(({ id }) => ({ part: 'link', id }) as const),
      ],
      fix: {
        label: text('Turn the dead-letter queue on', 'Включить очередь недоставленных'),
        edit: deadLetterOn(node.id),
        safe: true,
        completes: true,
      },
    }
  }
}
