import { changeAt } from '@/lib/topology/at'
import type { Lookup } from '@/lib/topology/lookup'
import type { Field } from '@/lib/topology/model/field'
import { toPlainUuid } from '../repairs/plain-uuid'
import type { Finding, Rule } from '../rule'
import { database, entity, integer, lending, mongoApi, reference, stores } from '../sketch'
import { nodeName, plain, text } from '../words'

export const crossEngineReference: Rule = {
  id: 'cross-engine-reference',
  group: 'data-access',
  severity: 'error',
  title: text(
    'An entity refers only to entities of its own data API.',
    'Сущность ссылается только на сущности своего API данных.',
  ),
  why: text(
    'No database checks a reference into another one.',
    'Ни одна база не проверит ссылку в другую базу.',
  ),
  check,
  examples: {
    valid: [
      {
        name: text('Both entities in one data API', 'Обе сущности в одном API данных'),
        topology: lending({
          entities: [
            entity('loan', [reference('user_id', 'customer')]),
            entity('customer', [integer('score')]),
          ],
        }),
      },
    ],
    invalid: [
      {
        name: text('From MongoDB to PostgreSQL', 'Из MongoDB в PostgreSQL'),
        topology: lending({
          nodes: [mongoApi('audit'), database('mongo')],
          links: [stores('audit', 'mongo')],
          entities: [entity('visit', [reference('loan_id', 'loan')], { owner: 'audit' })],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const entity of look.topology.entities) {
    for (const [index, field] of entity.fields.entries()) {
      if (field.type !== 'reference') continue
      const target = look.entity(field.entity)
      if (!target || target.owner === entity.owner) continue
      const from = `${plain(entity.name)}.${plain(field.name)}`
      const to = plain(target.name)
      const owner = nodeName(look, target.owner)
      yield {
        message: text(
          `${from} refers to ${to}, which ${owner} keeps; store its id as a plain UUID.`,
          `${from} ссылается на ${to} из ${owner}; храните её id как обычный UUID.`,
        ),
        at: [
          { part: 'entity', id: entity.id, path: ['fields', index] },
          { part: 'entity', id: target.id },
        ],
        fix: {
          label: text('Store a plain UUID', 'Хранить обычный UUID'),
          edit: changeAt({ part: 'entity', id: entity.id, path: ['fields', index] }, (value) =>
            toPlainUuid(value as Field),
          ),
          safe: true,
        },
      }
    }
  }
}
