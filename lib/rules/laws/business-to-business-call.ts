import { kindOf } from '@/lib/catalog/catalog'
import type { Lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import { byShape, whileSame } from '@/lib/topology/while-same'
import { endsOf, isGoodLink } from '../link-fault'
import { eventAndWorkerInstead, isUsedByStep } from '../repairs/event-instead'
import type { Finding, Rule } from '../rule'
import { sameFindings } from '../same-finding'
import { api, bot, calls, lending } from '../sketch'
import { nodeName, text } from '../words'

export const businessToBusinessCall: Rule = {
  id: 'business-to-business-call',
  group: 'communication',
  severity: 'warning',
  title: text(
    'Business services prefer events to synchronous calls between them.',
    'Бизнес-службы предпочитают события синхронным вызовам друг друга.',
  ),
  why: text(
    'A call ties the availability of one service to that of the other.',
    'Вызов ставит доступность одной службы в зависимость от другой.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('A bot calls an API for its user', 'Бот вызывает API для пользователя'),
        topology: lending({ nodes: [bot('support')], links: [calls('support', 'lending')] }),
      },
    ],
    invalid: [
      {
        name: text('One API waits for another', 'Один API ждёт другого'),
        topology: lending({ nodes: [api('portal')], links: [calls('portal', 'lending')] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const link of linksBetweenApis(look)) {
    const from = nodeName(look, link.from)
    const to = nodeName(look, link.to)
    const isUsed = isUsedByStep(look, link)
    yield ofLink(link, [from, to, isUsed], () => ({
      message: text(
        `${from} waits for ${to} with every call; an event would not make it wait.`,
        `${from} при каждом вызове ждёт ${to}; с событием ждать не придётся.`,
      ),
      at: [
        { part: 'link', id: link.id },
        { part: 'node', id: link.from },
        { part: 'node', id: link.to },
      ],
      ...(!isUsed && {
        fix: {
          label: text('Send an event and let a worker call', 'Отправить событие, а вызов поручить воркеру'),
          edit: eventAndWorkerInstead(link),
          safe: false,
        },
      }),
    }))
  }
}

const ofLink = sameFindings()

const linksBetweenApis = whileSame(byShape, (look) =>
  look.linksOfType('calls').filter((link) => isBetweenApis(look, link)),
)

/** Both ends call and answer: a bot or a worker in front of an API is its user, not its peer. */
function isBetweenApis(look: Lookup, link: Link): boolean {
  if (!isGoodLink(look, link)) return false
  return endsOf(look, link)?.every((node) => kindOf(node).can.call && kindOf(node).can.answerCalls) ?? false
}
