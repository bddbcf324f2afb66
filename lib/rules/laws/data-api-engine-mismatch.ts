import { combine, type Edit, removeLinks } from '@/lib/topology/edits'
import { engineOf, type Lookup, lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import { faultOfLink, linksWith } from '../link-fault'
import { addDatabase, removeIfLonely, storesOf } from '../repairs/stores'
import type { Finding, Rule } from '../rule'
import { dataApi, database, lending, mongoApi, sketch, stores } from '../sketch'
import { nodeName, text } from '../words'

export const dataApiEngineMismatch: Rule = {
  id: 'data-api-engine-mismatch',
  group: 'data-access',
  severity: 'error',
  title: text(
    'A data API speaks to the one database engine it is made for.',
    'API данных работает только с той СУБД, для которой он создан.',
  ),
  why: text(
    'Its driver, its queries and its migrations are of that engine.',
    'Его драйвер, запросы и миграции рассчитаны на эту СУБД.',
  ),
  check: (look) => linksWith(look, 'data-api-engine-mismatch').flatMap((link) => [...checkLink(look, link)]),
  checkLink,
  examples: {
    valid: [
      {
        name: text('Each engine with its own data API', 'У каждой СУБД свой API данных'),
        topology: lending({
          nodes: [mongoApi('audit'), database('mongo')],
          links: [stores('audit', 'mongo')],
        }),
      },
    ],
    invalid: [
      {
        name: text('A PostgreSQL data API on MongoDB', 'API данных PostgreSQL с MongoDB'),
        topology: sketch({
          nodes: [dataApi('records'), database('mongo')],
          links: [stores('records', 'mongo')],
        }),
        also: ['data-api-without-database', 'shared-database'],
      },
      {
        name: text('One data API on both engines', 'Один API данных с двумя СУБД'),
        topology: lending({ nodes: [database('mongo')], links: [stores('records', 'mongo')] }),
        also: ['shared-database'],
      },
    ],
  },
}

function* checkLink(look: Lookup, link: Link): Generator<Finding> {
  if (faultOfLink(look, link) !== 'data-api-engine-mismatch') return
  const from = nodeName(look, link.from)
  const to = nodeName(look, link.to)
  const right = engineOf(look.node(link.from)) === 'mongo' ? 'MongoDB' : 'PostgreSQL'
  yield {
    message: text(
      `${from} speaks ${right}, not ${to}; connect it to ${right}.`,
      `${from} работает с ${right}, а не с ${to}; соедините его с ${right}.`,
    ),
    at: [
      { part: 'link', id: link.id },
      { part: 'node', id: link.from },
      { part: 'node', id: link.to },
    ],
    fix: {
      label: text(`Connect it to ${right}`, `Соединить с ${right}`),
      edit: reconnect(link),
      safe: false,
    },
  }
}

function reconnect(link: Link): Edit {
  return (topology) => {
    const hasOwn = storesOf(lookup(topology), link.from).length > 0
    const own: Edit = hasOwn ? (same) => same : addDatabase(link.from)
    return combine(removeLinks([link.id]), own, removeIfLonely(link.to))(topology)
  }
}
