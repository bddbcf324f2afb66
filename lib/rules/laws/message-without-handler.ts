import { changeNode, type Edit } from '@/lib/topology/edits'
import { flowsOf } from '@/lib/topology/flows'
import { freshName } from '@/lib/topology/fresh'
import type { Lookup } from '@/lib/topology/lookup'
import { lookup } from '@/lib/topology/lookup'
import type { Finding, Rule } from '../rule'
import { worker } from '../sketch'
import { flowing } from '../sketch-messages'
import { nodeName, plain, text } from '../words'

export const messageWithoutHandler: Rule = {
  id: 'message-without-handler',
  group: 'communication',
  severity: 'warning',
  title: text(
    'A consumer has a handler for every message of its queue.',
    'У потребителя есть обработчик каждого сообщения его очереди.',
  ),
  why: text(
    'Without one it only checks the message and takes it off the queue.',
    'Без него сообщение только проверяется и снимается с очереди.',
  ),
  check,
  examples: {
    valid: [{ name: text('It handles loan.created', 'Он обрабатывает loan.created'), topology: flowing() }],
    invalid: [
      {
        name: text('A worker without handlers', 'Воркер без обработчиков'),
        topology: flowing({ nodes: [worker('scoring')] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const { message, consumers } of flowsOf(look).all()) {
    const told = new Set<string>()
    for (const { service, queue, handler } of consumers) {
      if (handler !== undefined || told.has(service)) continue
      told.add(service)
      const [name, what] = [nodeName(look, service), plain(message.name)]
      yield {
        message: text(
          `${name} gets ${what} and does nothing with it; add a handler.`,
          `${name} получает ${what} и ничего с ним не делает; добавьте обработчик.`,
        ),
        at: [
          { part: 'node', id: service, path: ['handlers'] },
          { part: 'message', id: message.id },
          { part: 'node', id: queue.id },
        ],
        fix: {
          label: text(`Add a handler of ${what}`, `Добавить обработчик ${what}`),
          edit: addHandler(service, message.id),
          safe: true,
        },
      }
    }
  }
}

/** Adds a handler with nothing in it yet. */
function addHandler(serviceId: string, message: string): Edit {
  return (topology) => {
    const service = lookup(topology).service(serviceId)
    if (service?.kind !== 'worker' && service?.kind !== 'bot') return topology
    const handlers = service.handlers ?? []
    const id = freshName(new Set(handlers.map((one) => one.id)), 'handler', '-')
    return changeNode(serviceId, { handlers: [...handlers, { id, message, steps: [] }] })(topology)
  }
}
