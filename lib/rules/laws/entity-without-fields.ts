import { changeEntity } from '@/lib/topology/edits'
import type { Lookup } from '@/lib/topology/lookup'
import type { Finding, Rule } from '../rule'
import { entity, lending } from '../sketch'
import { plain, text } from '../words'

export const entityWithoutFields: Rule = {
  id: 'entity-without-fields',
  group: 'documents',
  severity: 'error',
  title: text('An entity has at least one field.', 'У сущности есть хотя бы одно поле.'),
  why: text(
    'A row of nothing but an id says nothing, and could never be changed.',
    'Строка из одного id ничего не говорит, и менять в ней нечего.',
  ),
  check,
  examples: {
    valid: [{ name: text('A loan with an amount', 'Кредит с суммой'), topology: lending() }],
    invalid: [
      {
        name: text('An empty entity', 'Пустая сущность'),
        topology: lending({ entities: [entity('loan', [])] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const { id, name, fields } of look.topology.entities) {
    if (fields.length > 0) continue
    yield {
      message: text(
        `${plain(name)} has no fields; add what is worth knowing about it.`,
        `У ${plain(name)} нет полей; добавьте то, что о ней нужно знать.`,
      ),
      at: [{ part: 'entity', id, path: ['fields'] }],
      fix: {
        label: text('Add the field "name"', 'Добавить поле «name»'),
        edit: changeEntity(id, { fields: [{ name: 'name', type: 'string' }] }),
        safe: true,
      },
    }
  }
}
