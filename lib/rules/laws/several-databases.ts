import { combine, type Edit, removeLinks } from '@/lib/topology/edits'
import { engineOf, type Lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import { isGoodLink } from '../link-fault'
import { removeIfLonely, storesOf } from '../repairs/stores'
import type { Finding, Rule } from '../rule'
import { database, lending, stores } from '../sketch'
import { nodeName, text } from '../words'

export const severalDatabases: Rule = {
  id: 'several-databases',
  group: 'data-access',
  severity: 'error',
  title: text('A data API stores into one database.', 'API данных хранит всё в одной базе данных.'),
  why: text('One transaction cannot reach into two databases.', 'Одна транзакция не охватит две базы.'),
  check: (look) => look.linksOfType('stores').flatMap((link) => [...checkLink(look, link)]),
  checkLink,
  examples: {
    valid: [{ name: text('One database', 'Одна база'), topology: lending() }],
    invalid: [
      {
        name: text('Two databases behind one data API', 'Две базы за одним API данных'),
        topology: lending({
          nodes: [database('postgres', 'spare')],
          links: [stores('records', 'spare')],
        }),
      },
    ],
  },
}

/** The first store of the document is the data API's own; every further one is the fault. */
function* checkLink(look: Lookup, link: Link): Generator<Finding> {
  if (link.type !== 'stores' || !isGoodLink(look, link)) return
  const [first] = storesOf(look, link.from)
  if (!first || first.id === link.id || first.to === link.to) return
  const name = nodeName(look, link.from)
  const engine = engineOf(look.node(link.from)) === 'mongo' ? 'MongoDB' : 'PostgreSQL'
  yield {
    message: text(
      `${name} already has a database; a second ${engine} is one too many.`,
      `У ${name} уже есть база данных; вторая ${engine} лишняя.`,
    ),
    at: [
      { part: 'link', id: link.id },
      { part: 'node', id: link.to },
    ],
    fix: {
      label: text('Remove the second database', 'Убрать вторую базу'),
      edit: disconnect(link),
      safe: false,
    },
  }
}

function disconnect(link: Link): Edit {
  return combine(removeLinks([link.id]), removeIfLonely(link.to))
}
