import { engineOf, type Lookup } from '@/lib/topology/lookup'
import { addDatabase, storesOf } from '../repairs/stores'
import type { Finding, Rule } from '../rule'
import { api, calls, dataApi, database, entity, integer, lending, sketch } from '../sketch'
import { nodeName, text } from '../words'

export const dataApiWithoutDatabase: Rule = {
  id: 'data-api-without-database',
  group: 'data-access',
  severity: 'error',
  title: text('Every data API has its database.', 'У каждого API данных есть своя база данных.'),
  why: text('Without one there is nowhere to keep anything.', 'Без неё негде хранить данные.'),
  check,
  examples: {
    valid: [{ name: text('A data API with PostgreSQL', 'API данных с PostgreSQL'), topology: lending() }],
    invalid: [
      {
        name: text('A data API alone', 'API данных без базы'),
        topology: sketch({
          nodes: [api('lending'), dataApi('records')],
          links: [calls('lending', 'records')],
          entities: [entity('loan', [integer('amount')])],
        }),
      },
      {
        name: text('The database is drawn, but not connected', 'База нарисована, но не соединена'),
        topology: sketch({ nodes: [dataApi('records'), database('postgres')] }),
        also: ['shared-database'],
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const { id } of look.services) {
    const engine = engineOf(look.node(id))
    if (!engine || storesOf(look, id).length > 0) continue
    const name = nodeName(look, id)
    const word = engine === 'mongo' ? 'MongoDB' : 'PostgreSQL'
    yield {
      message: text(
        `${name} has no database; connect it to ${word}.`,
        `У ${name} нет базы данных; соедините его с ${word}.`,
      ),
      at: [{ part: 'node', id }],
      fix: {
        label: text(`Add ${word}`, `Добавить ${word}`),
        edit: addDatabase(id),
        safe: true,
        completes: true,
      },
    }
  }
}
