import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import { byFlows } from '@/lib/topology/while-same'
import { asEvent, makeEvents } from '../repairs/messages'
import type { Finding, Rule } from '../rule'
import { queue } from '../sketch'
import { flowing, task } from '../sketch-messages'
import { untilChanged } from '../until-changed'
import { listed, nodeName, plain, text } from '../words'

export const sharedTask: Rule = {
  id: 'shared-task',
  group: 'communication',
  severity: 'error',
  title: text(
    'A task has one queue and one consuming service.',
    'У задачи одна очередь и одна служба-потребитель.',
  ),
  why: text(
    'In two queues it would be done twice; what several services should hear of is an event.',
    'Из двух очередей её выполнят дважды; о чём должны узнать несколько служб, то событие.',
  ),
  check: untilChanged(byFlows, check),
  examples: {
    valid: [
      {
        name: text('One queue for email.send', 'Одна очередь для email.send'),
        topology: flowing({ nodes: [queue('emails', ['email-send'])], messages: [task('email.send')] }),
      },
    ],
    invalid: [
      {
        name: text('email.send in two queues', 'email.send в двух очередях'),
        topology: flowing({
          nodes: [queue('emails', ['email-send']), queue('letters', ['email-send'])],
          messages: [task('email.send')],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const { message, queues } of flowsOf(look).all()) {
    if (message.type !== 'task' || queues.length < 2) continue
    const names = listed(queues.map(({ id }) => nodeName(look, id)).sort())
    const event = asEvent(look, message)
    yield {
      message: text(
        `The task ${plain(message.name)} is in ${names.en}; keep it in one of them, or make it an event.`,
        `Задача ${plain(message.name)} есть в ${names.ru}; оставьте её в одной очереди или сделайте событием.`,
      ),
      at: [
        { part: 'message', id: message.id, path: ['type'] },
        ...queues.map(({ id }) => ({ part: 'node', id }) as const),
      ],
      ...(event && {
        fix: {
          label: text(`Make it the event ${plain(event.name)}`, `Сделать событием ${plain(event.name)}`),
          edit: makeEvents([message.id]),
          safe: false,
        },
      }),
    }
  }
}
