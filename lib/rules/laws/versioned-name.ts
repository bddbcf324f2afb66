import { isName } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import { type GivenName, type NameRole, namesIn } from '@/lib/topology/names'
import { serviceName } from '@/lib/topology/naming'
import { goodName } from '../good-name'
import type { Finding, Rule } from '../rule'
import { api, entity, event, integer, lending, queue } from '../sketch'
import { plain, text } from '../words'

export const versionedName: Rule = {
  id: 'versioned-name',
  group: 'names',
  severity: 'warning',
  title: text(
    'The version belongs in the path of the URL, not in the name.',
    'Версия стоит в пути URL, а не в имени.',
  ),
  why: text(
    'A name with a version is wrong from the next version on.',
    'Имя с номером версии устаревает вместе с ней.',
  ),
  check,
  examples: {
    valid: [{ name: text('lending', 'lending'), topology: lending() }],
    invalid: [
      {
        name: text('lending_v2', 'lending_v2'),
        topology: lending({ nodes: [api('lending', { domain: 'lending_v2' })] }),
      },
      {
        name: text('An entity and a queue', 'Сущность и очередь'),
        topology: lending({
          nodes: [queue('mails_v1', ['loan-applied'])],
          messages: [event('loan.applied')],
          entities: [entity('offer_v3', [integer('amount')])],
        }),
      },
    ],
  },
}

const ROLES: ReadonlySet<NameRole> = new Set(['context', 'domain', 'function', 'entity', 'queue', 'external'])
const VERSION = /_?v\d+$/

function* check(look: Lookup): Generator<Finding> {
  for (const given of namesIn(look.topology)) {
    if (!ROLES.has(given.role) || !/(^|_)v\d+$/.test(given.name)) continue
    const short = given.name.replace(VERSION, '')
    const name = plain(given.name)
    yield {
      message: text(
        `${name} carries a version; the path of the URL says it: /api/v1.`,
        `В имени ${name} стоит версия; её место в пути URL: /api/v1.`,
      ),
      at: [given.place],
      ...(canBe(look, given, short) && {
        fix: { label: text(`Use ${short}`, `Взять ${short}`), edit: given.rename(short), safe: true },
      }),
    }
  }
}

function canBe(look: Lookup, given: GivenName, short: string): boolean {
  if (!isName(short) || goodName(look, given, short) !== short) return false
  if (given.role === 'context') return true
  const { project } = look.topology
  const names = look.services.map((service) => serviceName(project, service))
  const own = look.service(given.place.id ?? '')
  return !own || !names.includes(serviceName(project, own).replace(given.name, short))
}
