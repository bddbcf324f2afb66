import { combine } from '@/lib/topology/edits'
import type { Lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import { byShape } from '@/lib/topology/while-same'
import { callersOf } from '../callers'
import { isGoodLink } from '../link-fault'
import { eventAndWorkerInstead, isUsedByStep } from '../repairs/event-instead'
import { type Edge, type Ring, ringsOf } from '../rings'
import type { Finding, Rule } from '../rule'
import { api, calls, lending } from '../sketch'
import { untilChanged } from '../until-changed'
import { listed, nodeName, text } from '../words'

export const callCycle: Rule = {
  id: 'call-cycle',
  group: 'communication',
  severity: 'error',
  title: text('Synchronous HTTP calls form no cycle.', 'Синхронные HTTP-вызовы не образуют цикла.'),
  why: text(
    'Services that wait for one another fail together and cannot be started one by one.',
    'Службы, которые ждут друг друга, падают вместе и не запускаются по одной.',
  ),
  check: untilChanged(byShape, check),
  checkLink,
  examples: {
    valid: [
      {
        name: text('Calls in one direction', 'Вызовы в одну сторону'),
        topology: lending({ nodes: [api('portal')], links: [calls('portal', 'lending')] }),
      },
    ],
    invalid: [
      {
        name: text('Two APIs call each other', 'Два API вызывают друг друга'),
        topology: lending({
          nodes: [api('portal')],
          links: [calls('portal', 'lending'), calls('lending', 'portal')],
        }),
      },
      {
        name: text('A ring of three', 'Кольцо из трёх'),
        topology: lending({
          nodes: [api('portal'), api('billing')],
          links: [calls('lending', 'portal'), calls('portal', 'billing'), calls('billing', 'lending')],
        }),
      },
    ],
  },
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Calls in the order of the names they lead to; only services that both call and answer can close a ring. */
function callsFrom(look: Lookup, id: string): readonly Edge<Link>[] {
  return look
    .linksFrom(id, 'calls')
    .filter((link) => isGoodLink(look, link))
    .map((link) => ({ to: link.to, what: link, name: nodeName(look, link.to) }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.to, b.to))
}

function* check(look: Lookup): Generator<Finding> {
  const inOrder = look.services
    .map(({ id }) => ({ id, name: nodeName(look, id) }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
    .map(({ id }) => id)
  for (const ring of ringsOf(inOrder, (id) => callsFrom(look, id))) yield findingOf(look, ring)
}

function findingOf(look: Lookup, { ids, closing }: Ring<Link>): Finding {
  const names = ids.map((id) => nodeName(look, id)).sort()
  const list = listed(names)
  const isReplaceable = closing.every((link) => !isUsedByStep(look, link))
  return {
    message: text(
      `${list.en} call one another in a circle; let one of them publish an event instead.`,
      `${list.ru} вызывают друг друга по кругу; пусть одна из служб публикует событие.`,
    ),
    at: [{ part: 'link', id: closing[0]?.id ?? '' }, ...ids.map((id) => ({ part: 'node', id }) as const)],
    ...(isReplaceable && {
      fix: {
        label: text(
          'Replace the last call by an event and a worker',
          'Заменить последний вызов событием и воркером',
        ),
        edit: combine(...closing.map(eventAndWorkerInstead)),
        safe: false,
      },
    }),
  }
}

function* checkLink(look: Lookup, link: Link): Generator<Finding> {
  if (link.type !== 'calls' || !isGoodLink(look, link) || !callersOf(look, link.from).has(link.to)) return
  const from = nodeName(look, link.from)
  const to = nodeName(look, link.to)
  yield {
    message: text(
      `${to} already calls ${from}, directly or through others; the way back is an event.`,
      `${to} уже вызывает ${from}, прямо или через другие службы; обратно идёт событие.`,
    ),
    at: [
      { part: 'link', id: link.id },
      { part: 'node', id: link.from },
      { part: 'node', id: link.to },
    ],
    fix: {
      label: text('Send an event and let a worker call', 'Отправить событие, а вызов поручить воркеру'),
      edit: eventAndWorkerInstead(link),
      safe: false,
    },
  }
}
