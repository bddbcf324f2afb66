import { addEntity, type Edit } from '@/lib/topology/edits'
import { freshId, freshName } from '@/lib/topology/fresh'
import { slug } from '@/lib/topology/identifiers'
import { engineOf, type Lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import { pluralName } from '@/lib/topology/naming'
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
        edit: addFirst(service),
        safe: true,
      },
    }
  }
}

/** Named after the data API where that makes a good name: `user` of the user data API. */
function addFirst(service: Service): Edit {
  return (topology) => {
    const taken = new Set(topology.entities.flatMap((entity) => [entity.name, pluralName(entity)]))
    const stem = slug(service.domain, 'record').replace(/s$/, '')
    const name = freshName(taken, SAFE.test(stem) ? stem : 'record')
    const id = freshId(topology, 'entity')
    return addEntity({ id, owner: service.id, name, fields: [{ name: 'name', type: 'string' }] })(topology)
  }
}

// A stem that could be reserved in some target is not worth the risk for a suggestion.
const SAFE = /^(record|user|account|customer|order|product|document|loan|profile|payment|invoice|item)$/
