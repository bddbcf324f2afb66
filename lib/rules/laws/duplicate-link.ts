import { changeLink, combine, type Edit, removeLinks } from '@/lib/topology/edits'
import type { Lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import { byLinks } from '@/lib/topology/while-same'
import type { Finding, Rule } from '../rule'
import { calls, lending } from '../sketch'
import { untilChanged } from '../until-changed'
import { nodeName, text } from '../words'

export const duplicateLink: Rule = {
  id: 'duplicate-link',
  group: 'communication',
  severity: 'error',
  title: text(
    'There is one link of a type between two ends, in one direction.',
    'Между двумя узлами в одну сторону идёт одна связь каждого вида.',
  ),
  why: text(
    'Two equal links cannot say two different things.',
    'Две одинаковые связи не могут означать разное.',
  ),
  check: untilChanged(byLinks, check),
  checkLink,
  examples: {
    valid: [{ name: text('One call', 'Один вызов'), topology: lending() }],
    invalid: [
      {
        name: text('The same call twice', 'Один и тот же вызов дважды'),
        topology: lending({ links: [{ ...calls('lending', 'records', 'read'), id: 'again' }] }),
      },
    ],
  },
}

const keyOf = ({ type, from, to }: Link) => `${type} ${from} ${to}`

function* check(look: Lookup): Generator<Finding> {
  const first = new Map<string, Link>()
  for (const link of look.topology.links) {
    const known = first.get(keyOf(link))
    if (known) yield finding(look, link, known)
    else first.set(keyOf(link), link)
  }
}

function* checkLink(look: Lookup, link: Link): Generator<Finding> {
  const known = look.linksFrom(link.from, link.type).find(({ id, to }) => id !== link.id && to === link.to)
  if (known) yield finding(look, link, known)
}

function finding(look: Lookup, link: Link, known: Link): Finding {
  const from = nodeName(look, link.from)
  const to = nodeName(look, link.to)
  return {
    message: text(`${from} and ${to} are linked already.`, `${from} и ${to} уже соединены.`),
    at: [
      { part: 'link', id: link.id },
      { part: 'link', id: known.id },
    ],
    fix: { label: text('Keep one link', 'Оставить одну связь'), edit: unite(link, known), safe: true },
  }
}

/** Of two calls the one with more access stays. */
function unite(link: Link, known: Link): Edit {
  const isWider =
    link.type === 'calls' && known.type === 'calls' && link.access !== 'read' && known.access === 'read'
  const widen: Edit = isWider ? changeLink(known.id, { access: link.access }) : (same) => same
  return combine(removeLinks([link.id]), widen)
}
