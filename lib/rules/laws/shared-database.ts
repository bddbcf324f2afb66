import type { Lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Database } from '@/lib/topology/model/node'
import { isGoodLink } from '../link-fault'
import { removal } from '../repairs/removal'
import { addDataApi, clientsOf, dataApisOf, isLonely, isSuperfluous, storesOf } from '../repairs/stores'
import type { Finding, Rule } from '../rule'
import { dataApi, database, lending, sketch, stores } from '../sketch'
import { listed, nodeName, text } from '../words'

export const sharedDatabase: Rule = {
  id: 'shared-database',
  group: 'data-access',
  severity: 'error',
  title: text(
    'A database has exactly one client, its data API.',
    'У базы данных ровно один клиент: её API данных.',
  ),
  why: text(
    'Two writers of one schema break each other with every migration.',
    'Два хозяина одной схемы ломают друг друга каждой миграцией.',
  ),
  check,
  checkLink,
  examples: {
    valid: [{ name: text('One data API, one database', 'Один API данных, одна база'), topology: lending() }],
    invalid: [
      {
        name: text('A database that nobody speaks for', 'База, за которую никто не отвечает'),
        topology: sketch({ nodes: [database('postgres')] }),
        also: ['empty-design'],
      },
      {
        name: text('A second database that nobody uses', 'Вторая база, которой никто не пользуется'),
        topology: lending({ nodes: [database('postgres', 'spare')] }),
      },
      {
        name: text('Two data APIs on one database', 'Два API данных с одной базой'),
        topology: lending({ nodes: [dataApi('user')], links: [stores('user', 'postgres')] }),
        also: ['duplicate-data-api'],
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const node of look.databases()) {
    const clients = distinctClients(look, node.id)
    // Whoever reaches into it directly is told so, and the repair there brings the data API.
    if (isLonely(look, node.id)) yield lonely(look, node)
    if (clients.length > 1) yield crowded(look, node, clients)
  }
}

function lonely(look: Lookup, node: Database): Finding {
  const name = nodeName(look, node.id)
  return {
    message: text(
      `${name} has no data API, so nobody can use it.`,
      `У ${name} нет API данных, и пользоваться ею некому.`,
    ),
    at: [{ part: 'node', id: node.id }],
    ...fixOf(look, node),
  }
}

function fixOf(look: Lookup, node: Database): Pick<Finding, 'fix'> {
  if (isSuperfluous(look, node)) {
    return removal(look, node.id, text('Remove the unused database', 'Убрать лишнюю базу'))
  }
  const free = dataApisOf(look, node.engine).find(({ id }) => storesOf(look, id).length === 0)
  const name = free && nodeName(look, free.id)
  const label = name
    ? text(`Connect it to ${name}`, `Соединить с ${name}`)
    : text('Add its data API', 'Добавить API данных')
  return { fix: { label, edit: addDataApi(node), safe: true, completes: true } }
}

function crowded(look: Lookup, node: Database, clients: readonly string[]): Finding {
  const names = listed(clients.map((id) => nodeName(look, id)).sort())
  const name = nodeName(look, node.id)
  return {
    message: text(
      `${name} is used by ${names.en}; one data API must own it alone.`,
      `С ${name} работают ${names.ru}; владеть ею должен один API данных.`,
    ),
    at: [{ part: 'node', id: node.id }, ...clients.map((id) => ({ part: 'node', id }) as const)],
  }
}

function distinctClients(look: Lookup, databaseId: string): readonly string[] {
  return [...new Set(clientsOf(look, databaseId).map(({ from }) => from))]
}

function* checkLink(look: Lookup, link: Link): Generator<Finding> {
  const node = look.node(link.to)
  if (link.type !== 'stores' || node?.type !== 'database' || !isGoodLink(look, link)) return
  const clients = new Set([...distinctClients(look, node.id), link.from])
  if (clients.size > 1) yield crowded(look, node, [...clients])
}
