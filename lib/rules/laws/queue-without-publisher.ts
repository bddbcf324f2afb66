import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import { onlyPublisher } from '../repairs/only-candidate'
import type { Finding, Rule } from '../rule'
import { caches, consumes, event, lending, queue, worker } from '../sketch'
import { flowing, redis } from '../sketch-messages'
import { nodeName, text } from '../words'

export const queueWithoutPublisher: Rule = {
  id: 'queue-without-publisher',
  group: 'communication',
  severity: 'warning',
  title: text('Every queue has a publisher.', 'В каждую очередь кто-нибудь публикует.'),
  why: text(
    'A queue that nothing enters stays empty, and its consumer waits in vain.',
    'Очередь, в которую ничего не попадает, пуста, и её потребитель ждёт напрасно.',
  ),
  check,
  examples: {
    valid: [{ name: text('A Business API publishes', 'Публикует бизнес-API'), topology: flowing() }],
    invalid: [
      {
        name: text('Consumed, and never filled', 'Потребляется и никем не заполняется'),
        topology: lending({
          nodes: [queue('loans', ['loan-created']), worker('scoring'), redis],
          links: [consumes('loans', 'scoring'), caches('scoring', 'redis')],
          messages: [event('loan.created')],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  const flows = flowsOf(look)
  for (const node of look.topology.nodes) {
    if (node.type !== 'queue' || flows.publishersOf(node.id).length > 0) continue
    // What reaches it without a link is told as a flow that is not drawn.
    if (node.messages.some((id) => (flows.flow(id)?.causes.length ?? 0) > 0)) continue
    const name = nodeName(look, node.id)
    yield {
      message: text(
        `Nobody publishes into ${name}; connect a service that does.`,
        `В очередь ${name} никто не публикует; соедините с ней сервис, который это делает.`,
      ),
      at: [{ part: 'node', id: node.id }],
      ...onlyPublisher(look, node),
    }
  }
}
