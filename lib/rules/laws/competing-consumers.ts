import { combine } from '@/lib/topology/edits'
import { flowsOf } from '@/lib/topology/flows'
import type { Lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Queue } from '@/lib/topology/model/node'
import { isGoodLink } from '../link-fault'
import { canHaveOwnQueue, ownQueue } from '../repairs/queues'
import type { Finding, Rule } from '../rule'
import { caches, consumes, publishes, queue, worker } from '../sketch'
import { flowing } from '../sketch-messages'
import { listed, nodeName, text } from '../words'

const audit = {
  nodes: [worker('audit')],
  links: [consumes('loans', 'audit'), caches('audit', 'redis')],
}

export const competingConsumers: Rule = {
  id: 'competing-consumers',
  group: 'communication',
  severity: 'error',
  title: text('Different services do not share one queue.', 'Разные сервисы не делят одну очередь.'),
  why: text(
    'Each message goes to one consumer only, so each service would get a part of them by chance.',
    'Сообщение достаётся только одному потребителю, и каждый сервис получит случайную часть.',
  ),
  check,
  checkLink,
  examples: {
    valid: [
      {
        name: text('A queue for each, with the same event', 'У каждой своя очередь с тем же событием'),
        topology: flowing({
          nodes: [worker('audit'), queue('audits', ['loan-created'])],
          links: [publishes('lending', 'audits'), consumes('audits', 'audit'), caches('audit', 'redis')],
        }),
      },
    ],
    invalid: [
      { name: text('Two workers on one queue', 'Два воркера на одной очереди'), topology: flowing(audit) },
    ],
  },
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The first by name keeps the queue. */
function inOrder(look: Lookup, ids: Iterable<string>): readonly string[] {
  return [...new Set(ids)].sort((a, b) => compare(nodeName(look, a), nodeName(look, b)) || compare(a, b))
}

function* check(look: Lookup): Generator<Finding> {
  for (const node of look.topology.nodes) {
    if (node.type !== 'queue') continue
    const links = flowsOf(look).consumersOf(node.id)
    if (links.length < 2) continue
    const [first, ...others] = inOrder(
      look,
      links.map(({ to }) => to),
    )
    if (first !== undefined && others.length > 0) yield finding(look, node, first, others, links)
  }
}

function* checkLink(look: Lookup, link: Link): Generator<Finding> {
  const node = look.node(link.from)
  if (link.type !== 'consumes' || node?.type !== 'queue' || !isGoodLink(look, link)) return
  const known = flowsOf(look)
    .consumersOf(node.id)
    .filter(({ to, id }) => to !== link.to && id !== link.id)
  const [first] = inOrder(
    look,
    known.map(({ to }) => to),
  )
  if (first !== undefined) yield finding(look, node, first, [link.to], [link, ...known])
}

function finding(
  look: Lookup,
  node: Queue,
  first: string,
  others: readonly string[],
  links: readonly Link[],
): Finding {
  const name = nodeName(look, node.id)
  const names = listed(others.map((id) => nodeName(look, id)))
  const owner = nodeName(look, first)
  const own = links.filter(({ to }) => others.includes(to)).map(({ id }) => id)
  return {
    message: text(
      `${name} is consumed by ${owner}; give ${names.en} a queue of ${others.length > 1 ? 'their' : 'its'} own.`,
      `Очередь ${name} потребляет ${owner}; для ${names.ru} нужна своя.`,
    ),
    at: [
      { part: 'link', id: own[0] ?? '' },
      ...own.slice(1).map((id) => ({ part: 'link', id }) as const),
      { part: 'node', id: node.id },
      ...others.map((id) => ({ part: 'node', id }) as const),
    ],
    ...(canHaveOwnQueue(look, node) && {
      fix: {
        label: text('Give it a queue of its own', 'Дать ей свою очередь'),
        edit: combine(...others.map((id) => ownQueue(node.id, id))),
        safe: false,
      },
    }),
  }
}
