import { changeAt } from '@/lib/topology/at'
import { isMessageName, MAX_IDENTIFIER } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import { foldMessage } from '../name-scopes'
import { tenseOf, toImperative, toPast } from '../past-tense'
import { wouldBeFilled } from '../repairs/messages'
import type { Finding, Rule } from '../rule'
import { event, lending, queue } from '../sketch'
import { plain, text } from '../words'

export const eventNotPastTense: Rule = {
  id: 'event-not-past-tense',
  group: 'names',
  severity: 'warning',
  title: text(
    'An event is something that has happened, a task something to do.',
    'Событие уже произошло, задачу ещё нужно сделать.',
  ),
  why: text(
    'The name tells a reader whether anyone may listen or one service must act.',
    'По имени видно, слушает ли сообщение кто угодно или должен действовать один сервис.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text(
          'loan.applied happened, email.send is to do',
          'loan.applied произошло, email.send предстоит',
        ),
        topology: carrying('loan.applied', 'email.send'),
      },
    ],
    invalid: [
      {
        name: text('The other way round', 'Всё наоборот'),
        topology: carrying('loan.apply', 'email.sent'),
      },
    ],
  },
}

function carrying(eventName: string, taskName: string) {
  return lending({
    nodes: [queue('loans', ['event']), queue('mails', ['task'])],
    messages: [
      { ...event(eventName), id: 'event' },
      { id: 'task', type: 'task', name: taskName, fields: [] },
    ],
  })
}

function* check(look: Lookup): Generator<Finding> {
  const taken = new Set(look.topology.messages.map(({ name }) => foldMessage(name)))
  for (const one of look.topology.messages) {
    const { id, type, name } = one
    if (!isMessageName(name)) continue
    const [subject = '', verb = ''] = name.split('.')
    if (tenseOf(verb) !== (type === 'event' ? 'order' : 'past')) continue
    const right = type === 'event' ? toPast(verb) : toImperative(verb)
    const good = right && `${subject}.${right}`
    const isFree =
      good !== undefined &&
      !taken.has(foldMessage(good)) &&
      good.length <= MAX_IDENTIFIER &&
      !wouldBeFilled(look, one, good)
    yield {
      message:
        type === 'event'
          ? text(
              `The event ${plain(name)} should say what happened, in the past tense.`,
              `Событие ${plain(name)} должно говорить о случившемся, в прошедшем времени.`,
            )
          : text(
              `The task ${plain(name)} should say what to do, as an order.`,
              `Задача ${plain(name)} должна говорить, что сделать, в повелительной форме.`,
            ),
      at: [{ part: 'message', id, path: ['name'] }],
      ...(isFree && {
        fix: {
          label: text(`Use ${good}`, `Взять ${good}`),
          edit: changeAt({ part: 'message', id, path: ['name'] }, () => good),
          safe: true,
        },
      }),
    }
  }
}
