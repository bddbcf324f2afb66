import type { Lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import { faultOfLink, linksWith } from '../link-fault'
import { eventInstead, isUsedByStep } from '../repairs/event-instead'
import type { Finding, Rule } from '../rule'
import { bot, calls, lending } from '../sketch'
import { flowing } from '../sketch-messages'
import { nodeName, text } from '../words'

export const httpIntoNonApi: Rule = {
  id: 'http-into-non-api',
  group: 'processes',
  severity: 'error',
  title: text(
    'Only APIs receive HTTP calls; a bot or a worker is reached by events.',
    'HTTP-вызовы принимают только API; до бота и воркера доходят события.',
  ),
  why: text(
    'A bot and a worker own the event loop of their process and run no web server in it.',
    'Бот и воркер сами владеют циклом событий своего процесса, веб-сервера в нём нет.',
  ),
  check: (look) => linksWith(look, 'http-into-non-api').flatMap((link) => [...checkLink(look, link)]),
  checkLink,
  examples: {
    valid: [
      {
        name: text('The worker consumes an event', 'Воркер потребляет событие'),
        topology: flowing(),
      },
    ],
    invalid: [
      {
        name: text('An API calls a worker', 'API вызывает воркер'),
        topology: flowing({ links: [calls('lending', 'scoring')] }),
      },
      {
        name: text('An API calls a bot', 'API вызывает бота'),
        topology: lending({ nodes: [bot('notification')], links: [calls('lending', 'notification')] }),
      },
    ],
  },
}

function* checkLink(look: Lookup, link: Link): Generator<Finding> {
  if (faultOfLink(look, link) !== 'http-into-non-api') return
  const from = nodeName(look, link.from)
  const to = nodeName(look, link.to)
  yield {
    message: text(
      `${from} calls ${to}, which answers no HTTP; publish an event that it consumes.`,
      `${from} вызывает ${to}, но та не отвечает по HTTP; опубликуйте событие, которое она потребит.`,
    ),
    at: [
      { part: 'link', id: link.id },
      { part: 'node', id: link.from },
      { part: 'node', id: link.to },
    ],
    ...(!isUsedByStep(look, link) && {
      fix: {
        label: text('Send an event through a queue', 'Отправить событие через очередь'),
        edit: eventInstead(link),
        safe: false,
      },
    }),
  }
}
