import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import type { Finding, Rule } from '../rule'
import { event } from '../sketch'
import { flowing } from '../sketch-messages'
import { plain, text } from '../words'

export const unusedMessage: Rule = {
  id: 'unused-message',
  group: 'communication',
  severity: 'warning',
  title: text(
    'A queue carries every message, and a step or a handler uses it.',
    'Каждое сообщение несёт очередь, публикует шаг или ждёт обработчик.',
  ),
  why: text(
    'A message that nothing mentions is mostly one that was forgotten.',
    'Сообщение, о котором ничто не упоминает, обычно забыто.',
  ),
  check,
  examples: {
    valid: [{ name: text('A queue carries it', 'Его несёт очередь'), topology: flowing() }],
    invalid: [
      {
        name: text('A message alone', 'Сообщение само по себе'),
        topology: flowing({ messages: [event('loan.repaid')] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  const mentioned = new Set([
    ...look.services.flatMap(handledBy),
    ...look.topology.links.flatMap((link) => (link.type === 'publishes' ? (link.messages ?? []) : [])),
  ])
  for (const { message, causes, queues } of flowsOf(look).all()) {
    if (queues.length > 0 || causes.length > 0 || mentioned.has(message.id)) continue
    const { id } = message
    yield {
      message: text(
        `No queue carries ${plain(message.name)}; put it into one, or remove it.`,
        `${plain(message.name)} не несёт ни одна очередь; добавьте его в очередь или уберите.`,
      ),
      at: [{ part: 'message', id }],
      fix: {
        label: text('Remove the message', 'Убрать сообщение'),
        edit: (topology) => ({
          ...topology,
          messages: topology.messages.filter((one) => one.id !== id),
        }),
        safe: false,
      },
    }
  }
}

function handledBy(service: Service): readonly string[] {
  return 'handlers' in service ? (service.handlers ?? []).map(({ message }) => message) : []
}
