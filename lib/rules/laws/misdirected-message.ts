import { changeAt } from '@/lib/topology/at'
import { changeNode, combine } from '@/lib/topology/edits'
import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Queue } from '@/lib/topology/model/node'
import type { Finding, Fix, Rule } from '../rule'
import { event, publishes, queue } from '../sketch'
import { flowing } from '../sketch-messages'
import { nodeName, plain, text } from '../words'

export const misdirectedMessage: Rule = {
  id: 'misdirected-message',
  group: 'communication',
  severity: 'error',
  title: text(
    'A link into a queue names messages of that queue, each once, and at least one.',
    'Связь с очередью называет её сообщения, каждое один раз и хотя бы одно.',
  ),
  why: text(
    'What the queue does not carry cannot get into it, whatever the link says.',
    'Чего очередь не несёт, то в неё не попадёт, что бы ни говорила связь.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('One of two messages', 'Одно сообщение из двух'),
        topology: flowing({
          nodes: [queue('loans', ['loan-created', 'loan-updated'])],
          links: [only('loan-created')],
          messages: [event('loan.updated')],
        }),
      },
    ],
    invalid: [
      {
        name: text('A message of another queue', 'Сообщение другой очереди'),
        topology: flowing({
          nodes: [queue('others', ['loan-updated'])],
          links: [only('loan-created', 'loan-updated')],
          messages: [event('loan.updated')],
        }),
      },
      { name: text('No message', 'Ни одного сообщения'), topology: flowing({ links: [only()] }) },
      {
        name: text('The same twice', 'Одно и то же дважды'),
        topology: flowing({ links: [only('loan-created', 'loan-created')] }),
      },
    ],
  },
}

function only(...messages: readonly string[]): Link {
  const link = publishes('lending', 'loans')
  return link.type === 'publishes' ? { ...link, messages } : link
}

function* check(look: Lookup): Generator<Finding> {
  for (const link of look.topology.links) {
    if (link.type !== 'publishes' || link.messages === undefined) continue
    const queue = look.node(link.to)
    if (queue?.type === 'queue') yield* judge(look, link.id, link.from, link.messages, queue)
  }
}

function* judge(
  look: Lookup,
  id: string,
  from: string,
  messages: readonly string[],
  queue: Queue,
): Generator<Finding> {
  const [name, to] = [nodeName(look, from), nodeName(look, queue.id)]
  const place = { part: 'link', id, path: ['messages'] } as const
  if (messages.length === 0) {
    yield {
      message: text(`The link ${name} → ${to} carries nothing.`, `Связь ${name} → ${to} ничего не несёт.`),
      at: [place],
      fix: {
        label: text('Let it carry all messages of the queue', 'Пусть несёт все сообщения очереди'),
        edit: changeAt(place, () => undefined),
        safe: true,
      },
    }
  }
  for (const [index, message] of messages.entries()) {
    const isTwice = messages.indexOf(message) < index
    const what = look.message(message)?.name
    if (what === undefined || (!isTwice && queue.messages.includes(message))) continue
    yield {
      message: isTwice
        ? text(
            `The link ${name} → ${to} names ${plain(what)} twice.`,
            `Связь ${name} → ${to} называет ${plain(what)} дважды.`,
          )
        : text(
            `${name} publishes ${plain(what)} into ${to}, which does not carry it.`,
            `${name} публикует ${plain(what)} в ${to}, но эта очередь его не несёт.`,
          ),
      at: [
        { ...place, path: ['messages', index] },
        { part: 'node', id: queue.id },
        { part: 'message', id: message },
      ],
      fix:
        isTwice || !mayCarry(look, message)
          ? removal(id, index, messages.length)
          : carry(queue, message, to, what),
    }
  }
}

/** A task that has its queue cannot be carried by another one too. */
function mayCarry(look: Lookup, message: string): boolean {
  return look.message(message)?.type === 'event' || flowsOf(look).queuesOf(message).length === 0
}

function removal(id: string, index: number, count: number): Fix {
  const path = count === 1 ? ['messages'] : ['messages', index]
  return {
    label: text('Take it off the link', 'Убрать со связи'),
    edit: combine(changeAt({ part: 'link', id, path }, () => undefined)),
    safe: false,
  }
}

function carry(queue: Queue, message: string, to: string, what: string): Fix {
  return {
    label: text(`Carry ${plain(what)} in ${to}`, `Добавить ${plain(what)} в ${to}`),
    edit: changeNode(queue.id, { messages: [...queue.messages, message] }),
    safe: true,
  }
}
