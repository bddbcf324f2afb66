import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import type { Message } from '@/lib/topology/model/message'
import { byFlows, whileSame } from '@/lib/topology/while-same'
import { type Edge, ringsOf } from '../rings'
import type { Finding, Rule } from '../rule'
import { calls, consumes, event, publishes, queue, worker } from '../sketch'
import { flowing } from '../sketch-messages'
import { listed, nodeName, plain, text } from '../words'

export const eventCycle: Rule = {
  id: 'event-cycle',
  group: 'communication',
  severity: 'warning',
  title: text('Events form no cycle of services.', 'События не образуют цикла служб.'),
  why: text(
    'Each event would bring the next one for ever, and the brokers fill up.',
    'Каждое событие вызывало бы следующее без конца, и брокер переполнился бы.',
  ),
  check,
  examples: {
    valid: [{ name: text('Events in one direction', 'События в одну сторону'), topology: flowing() }],
    invalid: [
      {
        name: text('Two workers answer each other', 'Два воркера отвечают друг другу'),
        topology: flowing({
          nodes: [
            queue('answers', ['loan-answered']),
            worker('audit'),
            queue('questions', ['loan-questioned']),
          ],
          links: [
            publishes('scoring', 'answers'),
            consumes('answers', 'audit'),
            publishes('audit', 'questions'),
            consumes('questions', 'scoring'),
            { id: 'audit-caches', type: 'caches', from: 'audit', to: 'redis' },
          ],
          messages: [event('loan.answered'), event('loan.questioned')],
        }),
      },
      {
        name: text('A worker that hears of its own update', 'Воркер узнаёт о собственном изменении'),
        topology: flowing({
          nodes: [
            queue('loans', ['loan-updated']),
            worker('scoring', {
              handlers: [
                {
                  id: 'h',
                  message: 'loan-updated',
                  steps: [
                    {
                      step: 'load',
                      entity: 'loan',
                      by: 'id',
                      value: { value: 'message', path: ['event_id'] },
                      as: 'loan',
                    },
                    {
                      step: 'update',
                      target: 'loan',
                      values: [{ name: 'amount', value: { value: 'constant', constant: 1 } }],
                    },
                  ],
                },
              ],
            }),
          ],
          links: [calls('scoring', 'records'), publishes('scoring', 'loans')],
          messages: [{ ...event('loan.updated'), fields: [{ name: 'id', type: 'uuid' }] }],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const { ids, closing } of ringsOfEvents(look)) {
    const messages = [...new Map(closing.map((message) => [message.id, message])).values()]
    yield finding(look, ids, messages)
  }
}

const ringsOfEvents = whileSame(byFlows, (look) => {
  const edges = edgesOf(look)
  return ringsOf([...edges.keys()].sort(), (id) => edges.get(id) ?? [])
})

/** From each service that publishes an event to each that consumes it, in the order of ids. */
function edgesOf(look: Lookup): ReadonlyMap<string, readonly Edge<Message>[]> {
  const edges = new Map<string, Edge<Message>[]>()
  for (const { message, causes, links, consumers } of flowsOf(look).all()) {
    if (message.type !== 'event' || consumers.length === 0) continue
    const publishers = new Set([...causes.map(({ service }) => service), ...links.map(({ from }) => from)])
    for (const from of publishers) {
      const known = edges.get(from) ?? []
      edges.set(from, known)
      for (const { service } of consumers) known.push({ to: service, what: message })
    }
  }
  for (const list of edges.values()) if (list.length > 1) list.sort(inOrder)
  return edges
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const inOrder = (a: Edge<Message>, b: Edge<Message>) =>
  compare(a.to, b.to) || compare(a.what.name, b.what.name) || compare(a.what.id, b.what.id)

function finding(look: Lookup, ids: readonly string[], messages: readonly Message[]): Finding {
  const names = listed(ids.map((id) => nodeName(look, id)).sort())
  const events = listed(messages.map(({ name }) => plain(name)).sort())
  const [first = '', ...more] = ids
  return {
    message:
      ids.length === 1
        ? text(
            `${names.en} consumes what it publishes itself: ${events.en}.`,
            `${names.ru} потребляет то, что сама публикует: ${events.ru}.`,
          )
        : text(
            `Events go round between ${names.en}; the circle closes with ${events.en}.`,
            `События ходят по кругу: ${names.ru}; круг замыкает ${events.ru}.`,
          ),
    at: [
      { part: 'node', id: first },
      ...more.map((id) => ({ part: 'node', id }) as const),
      ...messages.map(({ id }) => ({ part: 'message', id }) as const),
    ],
  }
}
