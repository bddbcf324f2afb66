import { kindOf } from '@/lib/catalog/catalog'
import { combine, type Edit, removeLinks } from '@/lib/topology/edits'
import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import type { Link, LinkType } from '@/lib/topology/model/link'
import type { Node } from '@/lib/topology/model/node'
import { callersOf } from '../callers'
import { endsOf, faultOfLink, isMailOutsideWorker, linksWith, rightLink } from '../link-fault'
import { consume } from '../repairs/queues'
import { clientsOf, connect, storesOf } from '../repairs/stores'
import type { Finding, Fix, Rule, Text } from '../rule'
import { caches, calls, consumes, lending, queue, sketch, stores } from '../sketch'
import { flowing } from '../sketch-messages'
import { nodeName, text } from '../words'

export const invalidLink: Rule = {
  id: 'invalid-link',
  group: 'communication',
  severity: 'error',
  title: text(
    'Services call, publish, consume, store and cache: there are no other links.',
    'Сервисы вызывают, публикуют, потребляют, хранят и кэшируют: других связей нет.',
  ),
  why: text(
    'Only for these links is it known what code stands behind them.',
    'Только для этих связей известно, какой код за ними стоит.',
  ),
  check: (look) => linksWith(look, 'invalid-link').flatMap((link) => [...checkLink(look, link)]),
  checkLink,
  examples: {
    valid: [
      {
        name: text('Publish into a queue, consume from it', 'Публиковать в очередь и потреблять из неё'),
        topology: flowing(),
      },
    ],
    invalid: [
      {
        name: text('A service linked to itself', 'Сервис соединён сам с собой'),
        topology: lending({ links: [calls('lending', 'lending')] }),
      },
      {
        name: text('The store drawn the wrong way round', 'Хранилище соединено в обратную сторону'),
        topology: sketch({
          nodes: lending().nodes,
          entities: lending().entities,
          links: [calls('lending', 'records'), calls('postgres', 'records')],
        }),
        also: ['data-api-without-database', 'shared-database'],
      },
      {
        name: text('A queue linked to a queue', 'Очередь соединена с очередью'),
        topology: flowing({
          nodes: [queue('mails', ['loan-created'])],
          links: [consumes('loans', 'mails')],
        }),
      },
      {
        name: text('A call that should be a store', 'Вызов на месте хранения'),
        topology: lending({ links: [{ ...stores('records', 'postgres'), type: 'calls' }] }),
        also: ['data-api-without-database', 'shared-database'],
      },
      {
        name: text('A cache that calls', 'Кэш, который вызывает'),
        topology: lending({
          nodes: [{ id: 'redis', type: 'redis' }],
          links: [caches('lending', 'redis'), calls('redis', 'lending')],
        }),
      },
    ],
  },
}

function* checkLink(look: Lookup, link: Link): Generator<Finding> {
  if (faultOfLink(look, link) !== 'invalid-link') return
  yield {
    message: messageOf(look, link),
    at: [
      { part: 'link', id: link.id },
      { part: 'node', id: link.from },
      { part: 'node', id: link.to },
    ],
    fix: fixOf(look, link),
  }
}

const VERBS: Readonly<Record<LinkType, Text>> = {
  calls: text('call', 'вызывать'),
  publishes: text('publish to', 'публиковать в'),
  consumes: text('hand messages to', 'передавать сообщения в'),
  stores: text('store into', 'хранить данные в'),
  caches: text('cache in', 'кэшировать в'),
}

function messageOf(look: Lookup, link: Link): Text {
  const ends = endsOf(look, link)
  const from = nodeName(look, link.from)
  if (!ends || link.from === link.to) {
    return text(
      `${from} is linked to itself; remove the link.`,
      `Связь ведёт из ${from} обратно в ${from}; уберите её.`,
    )
  }
  const [start, end] = ends.map((node) => withKind(look, node))
  const { en, ru } = VERBS[link.type]
  return text(`${start?.en} cannot ${en} ${end?.en}.`, `${start?.ru} не может ${ru} ${end?.ru}.`)
}

/** A node with its kind behind its name, unless the name says it. */
function withKind(look: Lookup, node: Node): Text {
  const name = nodeName(look, node.id)
  const { label } = kindOf(node)
  return label.en === name ? text(name) : text(`${name} (${label.en})`, `${name} (${label.ru})`)
}

function fixOf(look: Lookup, link: Link): Fix {
  const right = rightLink(look, link)
  if (!right || !isWelcome(look, right))
    return { label: text('Remove the link', 'Убрать связь'), edit: removeLinks([link.id]), safe: false }
  const draw =
    right.type === 'consumes' ? consume(right.from, right.to) : connect(right.type, right.from, right.to)
  const edit: Edit = combine(removeLinks([link.id]), draw)
  const from = nodeName(look, right.from)
  const to = nodeName(look, right.to)
  const verb = VERBS[right.type]
  return {
    label: text(`Let ${from} ${verb.en} ${to}`, `Пусть ${from} сможет ${verb.ru} ${to}`),
    edit,
    safe: false,
  }
}

/** Whether the right link would break no other rule. */
function isWelcome(look: Lookup, link: Link): boolean {
  if (link.type === 'calls')
    return !callersOf(look, link.from).has(link.to) && !isMailOutsideWorker(look, link)
  if (link.type === 'consumes') return flowsOf(look).consumersOf(link.from).length === 0
  if (link.type !== 'stores') return true
  return storesOf(look, link.from).length === 0 && clientsOf(look, link.to).length === 0
}
