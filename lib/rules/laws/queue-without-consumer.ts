import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import { onlyConsumer } from '../repairs/only-candidate'
import type { Finding, Rule } from '../rule'
import { bot, event, lending, publishes, queue } from '../sketch'
import { flowing } from '../sketch-messages'
import { nodeName, text } from '../words'

export const queueWithoutConsumer: Rule = {
  id: 'queue-without-consumer',
  group: 'communication',
  severity: 'warning',
  title: text('Every queue has a consumer.', 'У каждой очереди есть потребитель.'),
  why: text(
    'Messages that nobody takes pile up until the broker is full.',
    'Сообщения, которые никто не забирает, копятся, пока брокер не переполнится.',
  ),
  check,
  examples: {
    valid: [{ name: text('A worker consumes it', 'Её потребляет воркер'), topology: flowing() }],
    invalid: [
      {
        name: text('Published, and never read', 'Публикуется и никем не читается'),
        topology: lending({
          nodes: [queue('loans', ['loan-created'])],
          links: [publishes('lending', 'loans')],
          messages: [event('loan.created')],
        }),
      },
      {
        name: text('A bot that could consume it', 'Бот, который мог бы её потреблять'),
        topology: lending({
          nodes: [queue('loans', ['loan-created']), bot('support')],
          links: [publishes('lending', 'loans')],
          messages: [event('loan.created')],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const node of look.topology.nodes) {
    if (node.type !== 'queue' || flowsOf(look).consumersOf(node.id).length > 0) continue
    const name = nodeName(look, node.id)
    yield {
      message: text(
        `Nobody consumes ${name}; connect it to a worker or a bot.`,
        `Очередь ${name} никто не потребляет; соедините её с воркером или ботом.`,
      ),
      at: [{ part: 'node', id: node.id }],
      ...onlyConsumer(look, node),
    }
  }
}
