import { engineOf, type Lookup } from '@/lib/topology/lookup'
import { addFirstEntity, stemsOf } from '../repairs/first-entity'
import type { Finding, Rule } from '../rule'
import { dataApi, database, lending, sketch, stores } from '../sketch'
import { nodeName, text } from '../words'

export const dataApiWithoutEntities: Rule = {
  id: 'data-api-without-entities',
  group: 'data-access',
  severity: 'warning',
  title: text('A data API owns at least one entity.', 'У API данных есть хотя бы одна сущность.'),
  why: text('Without entities it has nothing to offer.', 'Без сущностей ему нечего предложить.'),
  check,
  examples: {
    valid: [{ name: text('A data API with loans', 'API данных с кредитами'), topology: lending() }],
    invalid: [
      {
        name: text('An empty data API', 'Пустой API данных'),
        topology: sketch({
          nodes: [dataApi('records'), database('postgres')],
          links: [stores('records', 'postgres')],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    if (!engineOf(service) || look.entitiesOf(service.id).length > 0) continue
    const name = nodeName(look, service.id)
    yield {
      message: text(
        `${name} keeps nothing yet; give it an entity.`,
        `${name} пока ничего не хранит; добавьте ему сущность.`,
      ),
      at: [{ part: 'node', id: service.id }],
      fix: {
        label: text('Add a first entity', 'Добавить первую сущность'),
        edit: addFirstEntity(service.id, stemsOf(service.domain)),
        safe: true,
      },
    }
  }
}
