import { combine, removeLinks } from '@/lib/topology/edits'
import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import { faultOfLink, linksWith } from '../link-fault'
import { workerBefore } from '../repairs/event-instead'
import { canHaveOwnQueue, consumeAlone } from '../repairs/queues'
import type { Finding, Rule } from '../rule'
import { api, calls, consumes } from '../sketch'
import { flowing } from '../sketch-messages'
import { nodeName, text } from '../words'

export const consumedByApi: Rule = {
  id: 'consumed-by-api',
  group: 'communication',
  severity: 'error',
  title: text(
    'An API does not consume: a worker or a bot does.',
    'API не потребляет сообщения: это делает воркер или бот.',
  ),
  why: text(
    'Its process serves HTTP; messages would be handled between requests, and lost when it scales or restarts.',
    'Его процесс отвечает по HTTP; сообщения обрабатывались бы между запросами и терялись при перезапуске.',
  ),
  check: (look) => linksWith(look, 'consumed-by-api').flatMap((link) => [...checkLink(look, link)]),
  checkLink,
  examples: {
    valid: [
      {
        name: text('A worker consumes and calls the API', 'Воркер потребляет и вызывает API'),
        topology: flowing({ nodes: [api('portal')], links: [calls('scoring', 'portal')] }),
      },
    ],
    invalid: [
      {
        name: text('A Business API on a queue', 'Бизнес-API на очереди'),
        topology: flowing({ nodes: [api('portal')], links: [consumes('loans', 'portal')] }),
      },
    ],
  },
}

function* checkLink(look: Lookup, link: Link): Generator<Finding> {
  if (faultOfLink(look, link) !== 'consumed-by-api') return
  const [queue, target] = [look.node(link.from), look.service(link.to)]
  const from = nodeName(look, link.from)
  const to = nodeName(look, link.to)
  const isFree = flowsOf(look).consumersOf(link.from).length === 0
  const canRepair = target && queue?.type === 'queue' && (isFree || canHaveOwnQueue(look, queue))
  yield {
    message: text(
      `${to} serves HTTP and cannot consume ${from}; let a worker consume and call it.`,
      `${to} отвечает по HTTP и не может потреблять ${from}; пусть потребляет воркер и вызывает её.`,
    ),
    at: [
      { part: 'link', id: link.id },
      { part: 'node', id: link.from },
      { part: 'node', id: link.to },
    ],
    ...(canRepair && {
      fix: {
        label: text('Put a worker between', 'Поставить между ними воркер'),
        edit: combine(
          removeLinks([link.id]),
          workerBefore(target.id, target.domain, (workerId) => consumeAlone(link.from, workerId)),
        ),
        safe: false,
      },
    }),
  }
}
