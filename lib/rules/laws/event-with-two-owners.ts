import { type Flow, flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import type { Message } from '@/lib/topology/model/message'
import type { Finding, Rule } from '../rule'
import { sameFindings } from '../same-finding'
import { api, calls, publishes } from '../sketch'
import { flowing } from '../sketch-messages'
import { listed, nodeName, plain, text } from '../words'

export const eventWithTwoOwners: Rule = {
  id: 'event-with-two-owners',
  group: 'communication',
  severity: 'warning',
  title: text('An event has one publishing service.', 'Событие публикует одна служба.'),
  why: text(
    'Who reads it wants to know one place where it happens, and one service that promises its form.',
    'Читателю нужно одно место, где событие происходит, и одна служба, которая отвечает за его вид.',
  ),
  check,
  examples: {
    valid: [{ name: text('One publisher', 'Один издатель'), topology: flowing() }],
    invalid: [
      {
        name: text('Two APIs create loans and say so', 'Два API создают кредиты и сообщают об этом'),
        topology: flowing({
          nodes: [api('portal')],
          links: [calls('portal', 'records'), publishes('portal', 'loans')],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const flow of flowsOf(look).all()) {
    const owners = flow.message.type === 'event' ? ownersOf(flow) : []
    if (owners.length < 2) continue
    const called = owners.map((id) => nodeName(look, id)).sort()
    yield ofMessage(flow.message, [...owners, ...called], () => finding(flow.message, owners, called))
  }
}

const ofMessage = sameFindings()

function finding({ id, name }: Message, owners: readonly string[], called: readonly string[]): Finding {
  const names = listed(called)
  return {
    message: text(
      `${plain(name)} is published by ${names.en}; let one of them own it.`,
      `${plain(name)} публикуют ${names.ru}; пусть за него отвечает одна служба.`,
    ),
    at: [{ part: 'message', id }, ...owners.map((owner) => ({ part: 'node', id: owner }) as const)],
  }
}

/** Services that publish it, or that a link of this message alone shows as doing so. */
function ownersOf({ message, causes, links, queues }: Flow): readonly string[] {
  const alone = new Set(queues.filter(({ messages }) => messages.length === 1).map(({ id }) => id))
  const drawn = links.filter((link) => link.messages?.includes(message.id) || alone.has(link.to))
  return [...new Set([...causes.map(({ service }) => service), ...drawn.map(({ from }) => from)])]
}
