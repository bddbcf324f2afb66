import { newLink } from '@/lib/catalog/links'
import { addLink, changeLink, type Edit } from '@/lib/topology/edits'
import { carries, type Flow, flowsOf } from '@/lib/topology/flows'
import { freshId } from '@/lib/topology/fresh'
import type { Lookup } from '@/lib/topology/lookup'
import { lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Queue } from '@/lib/topology/model/node'
import type { Finding, Rule } from '../rule'
import { caches, consumes, publishes, queue, worker } from '../sketch'
import { flowing } from '../sketch-messages'
import { nodeName, plain, text } from '../words'

export const undrawnFlow: Rule = {
  id: 'undrawn-flow',
  group: 'communication',
  severity: 'warning',
  title: text(
    'An event reaches every queue that carries it, and each such flow is drawn.',
    'Событие доходит до каждой очереди, которая его несёт, и каждый такой поток нарисован.',
  ),
  why: text(
    'A reader of the drawing would miss who gets the message.',
    'Иначе по рисунку не видно, кто получает сообщение.',
  ),
  check,
  examples: {
    valid: [{ name: text('The flow is drawn', 'Поток нарисован'), topology: flowing() }],
    invalid: [
      {
        name: text('A second queue gets it too', 'Вторая очередь получает его тоже'),
        topology: flowing({
          nodes: [queue('audits', ['loan-created']), worker('audit')],
          links: [consumes('audits', 'audit'), caches('audit', 'redis')],
        }),
      },
      {
        name: text('A link that leaves the message out', 'Связь, в которой нет этого сообщения'),
        topology: flowing({
          nodes: [queue('audits', ['loan-created']), worker('audit')],
          links: [
            consumes('audits', 'audit'),
            caches('audit', 'redis'),
            { ...publishes('lending', 'audits'), messages: [] } as never,
          ],
        }),
        also: ['misdirected-message'],
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const flow of flowsOf(look).all()) {
    const services = [...new Set(flow.causes.map(({ service }) => service))]
    for (const service of services)
      for (const queue of flow.queues)
        if (!isDrawn(flow, service, queue)) yield finding(look, flow, service, queue)
  }
}

function isDrawn({ links, message }: Flow, service: string, queue: Queue): boolean {
  return links.some((link) => link.from === service && link.to === queue.id && carries(link, message.id))
}

function finding(look: Lookup, { message, causes }: Flow, service: string, queue: Queue): Finding {
  const [from, to] = [nodeName(look, service), nodeName(look, queue.id)]
  const name = plain(message.name)
  const path = causes.find((cause) => cause.service === service)?.path ?? []
  return {
    message: text(
      `${name} of ${from} reaches ${to} too, and no link shows it.`,
      `${name} от ${from} попадает и в ${to}, но связи между ними нет.`,
    ),
    at: [
      { part: 'node', id: service, path },
      { part: 'node', id: queue.id },
      { part: 'message', id: message.id },
    ],
    fix: {
      label: text(`Draw it to ${to}`, `Нарисовать до ${to}`),
      edit: draw(service, queue.id, message.id),
      safe: true,
    },
  }
}

/** Widens the link that is there, or draws one for this message. */
function draw(service: string, queue: string, message: string): Edit {
  return (topology) => {
    const links = lookup(topology).linksFrom(service)
    const known = links.find(
      (link): link is Extract<Link, { type: 'publishes' }> => link.type === 'publishes' && link.to === queue,
    )
    if (known) return changeLink(known.id, { messages: [...(known.messages ?? []), message] })(topology)
    const node = lookup(topology).node(queue)
    const isAll = node?.type === 'queue' && node.messages.length === 1
    const link = newLink(freshId(topology, 'link'), 'publishes', service, queue)
    return addLink({ ...link, ...(!isAll && { messages: [message] }) } as Link)(topology)
  }
}
