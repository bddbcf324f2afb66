import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import { addQueue } from '../repairs/queues'
import { connect } from '../repairs/stores'
import type { Finding, Rule } from '../rule'
import { api, lending, publishes, queue } from '../sketch'
import { publish, task } from '../sketch-messages'
import { nodeName, plain, text } from '../words'

const asking = api('lending', {
  useCases: [
    {
      id: 'remind',
      name: 'remind',
      method: 'POST',
      path: '/reminders',
      input: [],
      steps: [publish('email-send')],
    },
  ],
})

export const messageWithoutQueue: Rule = {
  id: 'message-without-queue',
  group: 'communication',
  severity: 'error',
  title: text('Every published message has a queue.', 'У каждого публикуемого сообщения есть очередь.'),
  why: text(
    'The broker returns a message that no queue takes, and its publisher would try for ever.',
    'Сообщение без очереди брокер возвращает, и издатель пытался бы отправить его без конца.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('The task has its queue', 'У задачи есть очередь'),
        topology: lending({
          nodes: [asking, queue('emails', ['email-send'])],
          links: [publishes('lending', 'emails')],
          messages: [task('email.send')],
        }),
      },
    ],
    invalid: [
      {
        name: text('A use case publishes into nowhere', 'Сценарий публикует в никуда'),
        topology: lending({ nodes: [asking], messages: [task('email.send')] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const { message, causes, queues } of flowsOf(look).all()) {
    const [cause, ...more] = causes
    if (!cause || queues.length > 0) continue
    const services = [...new Set(causes.map(({ service }) => service))]
    const publishers = services.filter((id) => isPublisher(look, id))
    const [subject = ''] = message.name.split('.')
    yield {
      message: text(
        `${nodeName(look, cause.service)} publishes ${plain(message.name)}, and no queue carries it; add one.`,
        `${nodeName(look, cause.service)} публикует ${plain(message.name)}, но его не несёт ни одна очередь; добавьте.`,
      ),
      at: [
        { part: 'node', id: cause.service, path: cause.path },
        { part: 'message', id: message.id },
        ...more.map(({ service, path }) => ({ part: 'node', id: service, path }) as const),
      ],
      fix: {
        label: text('Add a queue for it', 'Добавить для него очередь'),
        edit: addQueue(
          `${subject}_${message.type === 'task' ? 'tasks' : 'events'}`,
          [message.id],
          cause.service,
          (id) => (topology) =>
            publishers.reduce((current, from) => connect('publishes', from, id)(current), topology),
        ),
        safe: true,
      },
    }
  }
}

function isPublisher(look: Lookup, id: string): boolean {
  const kind = look.service(id)?.kind
  return kind === 'business_api' || kind === 'worker' || kind === 'bot'
}
