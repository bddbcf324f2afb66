import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import { publishAfterWrite } from '../repairs/publish'
import type { Finding, Rule } from '../rule'
import { api, consumes, event, publishes, queue } from '../sketch'
import { constant, flowing, task } from '../sketch-messages'
import { nodeName, plain, text } from '../words'

export const messageNeverPublished: Rule = {
  id: 'message-never-published',
  group: 'communication',
  severity: 'warning',
  title: text(
    'Something publishes every message that a queue carries.',
    'Каждое сообщение очереди кто-нибудь публикует.',
  ),
  why: text(
    'A link alone publishes nothing: a write implies its event, a step publishes any other message.',
    'Сама по себе связь ничего не публикует: событие следует из записи данных, остальное публикует шаг.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('Creating a loan publishes loan.created', 'Создание кредита публикует loan.created'),
        topology: flowing(),
      },
    ],
    invalid: [
      {
        name: text('A task that no step publishes', 'Задача, которую не публикует ни один шаг'),
        topology: flowing({
          nodes: [queue('emails', ['email-send'])],
          links: [publishes('lending', 'emails'), consumes('emails', 'scoring')],
          messages: [task('email.send')],
        }),
      },
      {
        name: text(
          'A use case that creates, and says nothing of it',
          'Сценарий, который создаёт и молчит об этом',
        ),
        topology: flowing({
          nodes: [
            api('lending', {
              useCases: [
                {
                  ...{ id: 'apply', name: 'apply', method: 'POST', path: '/applications', input: [] },
                  steps: [{ step: 'create', entity: 'loan', values: [constant('amount', 1000)] }],
                },
              ],
            }),
            queue('applications', ['loan-applied']),
          ],
          links: [publishes('lending', 'applications')],
          messages: [event('loan.applied')],
        }),
      },
      {
        name: text(
          'An event about an entity that nobody writes',
          'Событие о сущности, которую никто не пишет',
        ),
        topology: flowing({
          nodes: [queue('loans', ['loan-created', 'payment-created'])],
          messages: [event('loan.created'), event('payment.created')],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const { message, causes, queues, links } of flowsOf(look).all()) {
    // A queue without publisher is told as one.
    if (causes.length > 0 || links.length === 0) continue
    const names = [...new Set(links.map(({ from }) => nodeName(look, from)))].sort()
    const name = plain(message.name)
    const fix = publishAfterWrite(look, message, [...new Set(links.map(({ from }) => from))])
    yield {
      message: text(
        `Nothing publishes ${name}: no step of ${names.join(', ')} does, and no write implies it.`,
        `Никто не публикует ${name}: этого не делает ни один шаг ${names.join(', ')}, и ни из какой записи оно не следует.`,
      ),
      at: [
        { part: 'message', id: message.id },
        ...links.map(({ id }) => ({ part: 'link', id }) as const),
        ...queues.map(({ id }) => ({ part: 'node', id }) as const),
      ],
      ...(fix && { fix }),
    }
  }
}
