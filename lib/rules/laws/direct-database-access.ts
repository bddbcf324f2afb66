import type { Lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import { faultOfLink, linksWith } from '../link-fault'
import { putDataApiBetween } from '../repairs/data-api-between'
import { isSuperfluous } from '../repairs/stores'
import type { Finding, Rule } from '../rule'
import { api, dataApi, database, lending, sketch, stores, worker } from '../sketch'
import { nodeName, text } from '../words'

export const directDatabaseAccess: Rule = {
  id: 'direct-database-access',
  group: 'data-access',
  severity: 'error',
  title: text('Only a data API connects to a database.', 'С базой данных связан только API данных.'),
  why: text(
    'One place for every query keeps connections, validation and access in one hand.',
    'Когда запросы собраны в одном месте, соединения, проверки и доступ под единым контролем.',
  ),
  check: (look) => linksWith(look, 'direct-database-access').flatMap((link) => [...checkLink(look, link)]),
  checkLink,
  examples: {
    valid: [
      {
        name: text('The API calls the data API', 'API обращается к API данных'),
        topology: lending(),
      },
    ],
    invalid: [
      {
        name: text('A Business API reaches into PostgreSQL', 'Бизнес-API обращается прямо в PostgreSQL'),
        topology: lending({ links: [stores('lending', 'postgres')] }),
      },
      {
        name: text('A worker with a database of its own', 'Воркер со своей базой данных'),
        topology: sketch({
          nodes: [worker('scoring'), database('postgres')],
          links: [stores('scoring', 'postgres')],
        }),
        also: ['worker-without-work'],
      },
      {
        name: text('Past the data API into MongoDB', 'В MongoDB мимо API данных'),
        topology: sketch({
          nodes: [api('lending'), database('mongo'), dataApi('records'), database('postgres')],
          links: [stores('lending', 'mongo'), stores('records', 'postgres')],
        }),
      },
    ],
  },
}

function* checkLink(look: Lookup, link: Link): Generator<Finding> {
  if (faultOfLink(look, link) !== 'direct-database-access') return
  const database = look.node(link.to)
  const from = nodeName(look, link.from)
  const to = nodeName(look, link.to)
  yield {
    message: text(
      `${from} connects to ${to} directly; let it call the data API of ${to}.`,
      `${from} обращается к ${to} напрямую; пусть обращается к API данных ${to}.`,
    ),
    at: [
      { part: 'link', id: link.id },
      { part: 'node', id: link.from },
      { part: 'node', id: link.to },
    ],
    fix: {
      label: text('Put the data API between', 'Поставить между ними API данных'),
      edit: putDataApiBetween(link),
      // A database that the data API does not need is taken away.
      safe: database?.type !== 'database' || !isSuperfluous(look, database),
    },
  }
}
