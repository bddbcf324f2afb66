import type { Lookup } from '@/lib/topology/lookup'
import type { Engine } from '@/lib/topology/model/basics'
import { mergeDataApis } from '../repairs/merge-data-apis'
import { dataApisOf } from '../repairs/stores'
import type { Finding, Rule } from '../rule'
import { calls, dataApi, database, entity, integer, lending, mongoApi, stores } from '../sketch'
import { listed, nodeName, text } from '../words'

export const duplicateDataApi: Rule = {
  id: 'duplicate-data-api',
  group: 'data-access',
  severity: 'error',
  title: text(
    'There is at most one data API per database engine.',
    'На каждую СУБД приходится не более одного API данных.',
  ),
  why: text(
    'Two specialised data services, one for each engine, handle all database operations.',
    'Всеми операциями с базами занимаются два сервиса данных, по одному на СУБД.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('One for PostgreSQL, one for MongoDB', 'Один для PostgreSQL, один для MongoDB'),
        topology: lending({
          nodes: [mongoApi('audit'), database('mongo')],
          links: [stores('audit', 'mongo')],
        }),
      },
    ],
    invalid: [
      {
        name: text('Two PostgreSQL data APIs', 'Два API данных PostgreSQL'),
        topology: lending({
          nodes: [dataApi('user'), database('postgres', 'users')],
          links: [calls('lending', 'user', 'read'), stores('user', 'users')],
          entities: [entity('customer', [integer('score')], { owner: 'user' })],
        }),
      },
      {
        name: text('Two data APIs on one database', 'Два API данных с одной базой'),
        topology: lending({ nodes: [dataApi('user')], links: [stores('user', 'postgres')] }),
        also: ['shared-database'],
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const engine of ['postgres', 'mongo'] satisfies Engine[]) {
    const [first, ...others] = dataApisOf(look, engine)
    if (!first || others.length === 0) continue
    const ids = others.map(({ id }) => id)
    const name = nodeName(look, first.id)
    const names = listed(ids.map((id) => nodeName(look, id)))
    const word = engine === 'mongo' ? 'MongoDB' : 'PostgreSQL'
    yield {
      message: text(
        `${word} has its data API, ${name}; merge ${names.en} into it.`,
        `У ${word} уже есть API данных ${name}; объедините с ним ${names.ru}.`,
      ),
      at: [{ part: 'node', id: others[0]?.id ?? first.id }, ...ids.slice(1).map(node), node(first.id)],
      fix: {
        label: text(`Merge into ${name}`, `Объединить с ${name}`),
        edit: mergeDataApis(first.id, ids),
        safe: false,
      },
    }
  }
}

const node = (id: string) => ({ part: 'node', id }) as const
