import { kindById } from '@/lib/catalog/catalog'
import { addNode, combine, type Edit } from '@/lib/topology/edits'
import { freshId } from '@/lib/topology/fresh'
import type { Lookup } from '@/lib/topology/lookup'
import { addFirstEntity } from '../repairs/first-entity'
import { addDatabase, connect } from '../repairs/stores'
import type { Finding, Rule } from '../rule'
import { api, event, queue, sketch } from '../sketch'
import { text } from '../words'

export const emptyDesign: Rule = {
  id: 'empty-design',
  group: 'documents',
  severity: 'error',
  title: text('There is at least one service.', 'Есть хотя бы один сервис.'),
  why: text('Without services there is nothing to run.', 'Без сервисов нечего запускать.'),
  check,
  examples: {
    valid: [{ name: text('One API', 'Один API'), topology: sketch({ nodes: [api('lending')] }) }],
    invalid: [
      { name: text('Nothing', 'Ничего'), topology: sketch({}) },
      {
        name: text('A queue alone', 'Одна очередь'),
        topology: sketch({ nodes: [queue('jobs', ['loan-applied'])], messages: [event('loan.applied')] }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  if (look.services.length > 0) return
  yield {
    message: text(
      'There is no service yet; drag one onto the canvas or open an example.',
      'Сервисов пока нет; перетащите сервис на холст или откройте пример.',
    ),
    at: [{ part: 'project' }],
    fix: {
      label: text('Start with an API and its data', 'Начать с API и его данных'),
      edit: start,
      safe: true,
    },
  }
}

const NOTHING: ReadonlySet<string> = new Set()

/** A Business API, the data API that it calls, a database and a first entity. */
const start: Edit = (topology) => {
  const apiId = freshId(topology, 'api')
  const dataId = freshId(topology, 'data')
  return combine(
    addNode(kindById('business_api').create(apiId, NOTHING)),
    addNode(kindById('postgres_data_api').create(dataId, NOTHING)),
    addDatabase(dataId),
    connect('calls', apiId, dataId),
    addFirstEntity(dataId, ['order']),
  )(topology)
}
