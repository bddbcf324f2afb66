import { changeNode, type Edit } from '@/lib/topology/edits'
import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import type { Message } from '@/lib/topology/model/message'
import type { Queue } from '@/lib/topology/model/node'
import type { Service } from '@/lib/topology/model/service'
import { addQueue, consume, ownQueue } from '../repairs/queues'
import type { Finding, Fix, Rule } from '../rule'
import { event, worker } from '../sketch'
import { flowing } from '../sketch-messages'
import { nodeName, plain, text } from '../words'

const handling = worker('scoring', {
  handlers: [
    { id: 'on_created', message: 'loan-created', steps: [] },
    { id: 'on_repaid', message: 'loan-repaid', steps: [] },
  ],
})

export const handlerWithoutQueue: Rule = {
  id: 'handler-without-queue',
  group: 'communication',
  severity: 'error',
  title: text(
    'A service handles only messages of the queues that it consumes.',
    'Служба обрабатывает только сообщения тех очередей, которые потребляет.',
  ),
  why: text(
    'What is in no queue of its own never arrives, and the handler would be dead code.',
    'Чего нет в её очередях, то до неё не дойдёт, и обработчик останется мёртвым кодом.',
  ),
  check,
  examples: {
    valid: [
      { name: text('Its queue carries loan.created', 'Её очередь несёт loan.created'), topology: flowing() },
    ],
    invalid: [
      {
        name: text('A handler of what no queue carries', 'Обработчик того, чего нет в очередях'),
        topology: flowing({ nodes: [handling], messages: [event('loan.repaid')] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    if (service.kind !== 'worker' && service.kind !== 'bot') continue
    for (const [index, { message: id }] of (service.handlers ?? []).entries()) {
      const flow = flowsOf(look).flow(id)
      if (!flow || flow.consumers.some((one) => one.service === service.id)) continue
      const [name, what] = [nodeName(look, service.id), plain(flow.message.name)]
      const fix = fixOf(look, service, flow.message, flow.queues)
      yield {
        message: text(
          `${name} handles ${what}, and no queue that it consumes carries it.`,
          `${name} обрабатывает ${what}, но ни одна её очередь его не несёт.`,
        ),
        at: [
          { part: 'node', id: service.id, path: ['handlers', index, 'message'] },
          { part: 'message', id },
        ],
        ...(fix && { fix }),
      }
    }
  }
}

/** Carries it in the only queue of the service, consumes the free queue that has it, or adds a queue. */
function fixOf(
  look: Lookup,
  service: Service,
  message: Message,
  carriers: readonly Queue[],
): Fix | undefined {
  const flows = flowsOf(look)
  const free = carriers.find(({ id }) => flows.consumersOf(id).length === 0)
  const [first] = carriers
  if (free) return consumeFix(look, free, consume(free.id, service.id))
  if (message.type === 'event' && first && isAllEvents(look, first))
    return consumeFix(look, first, ownQueue(first.id, service.id))
  if (first) return undefined
  const own = look.linksTo(service.id, 'consumes').map(({ from }) => look.node(from))
  const [only, ...more] = own.filter((node) => node?.type === 'queue')
  if (only && more.length === 0) {
    const name = nodeName(look, only.id)
    const what = plain(message.name)
    const carry: Edit = changeNode(only.id, { messages: [...only.messages, message.id] })
    return { label: text(`Carry ${what} in ${name}`, `Добавить ${what} в ${name}`), edit: carry, safe: true }
  }
  return {
    label: text('Add a queue for it', 'Добавить для него очередь'),
    edit: addQueue(message.name.split('.')[0] ?? '', [message.id], service.id, (id) =>
      consume(id, service.id),
    ),
    safe: true,
  }
}

function isAllEvents(look: Lookup, queue: Queue): boolean {
  return queue.messages.every((id) => look.message(id)?.type !== 'task')
}

function consumeFix(look: Lookup, queue: Queue, edit: Edit): Fix {
  const name = nodeName(look, queue.id)
  return { label: text(`Consume what ${name} carries`, `Потреблять то, что несёт ${name}`), edit, safe: true }
}
