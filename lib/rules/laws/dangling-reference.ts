import { changeAt, type Place } from '@/lib/topology/at'
import { changeEntity, removeLinks } from '@/lib/topology/edits'
import { fieldPlaces } from '@/lib/topology/field-places'
import { engineOf, type Lookup } from '@/lib/topology/lookup'
import type { Field } from '@/lib/topology/model/field'
import { byShape } from '@/lib/topology/while-same'
import { toPlainUuid } from '../repairs/plain-uuid'
import type { Finding, Fix, Rule } from '../rule'
import { api, calls, entity, event, integer, lending, queue, reference } from '../sketch'
import { untilChanged } from '../until-changed'
import { nodeName, plain, text } from '../words'

export const danglingReference: Rule = {
  id: 'dangling-reference',
  group: 'documents',
  severity: 'error',
  title: text(
    'What a design refers to is there: ends of links, owners, entities, messages.',
    'Всё, на что ссылается проект, в нём есть: концы связей, владельцы, сущности, сообщения.',
  ),
  why: text('Nobody can build what leads nowhere.', 'Нельзя построить то, что никуда не ведёт.'),
  check,
  examples: {
    valid: [{ name: text('Everything is there', 'Всё на месте'), topology: lending() }],
    invalid: [
      {
        name: text('A link without its end', 'Связь без конца'),
        topology: lending({ links: [calls('lending', 'gone')] }),
      },
      {
        name: text('An entity without owner', 'Сущность без владельца'),
        topology: lending({ entities: [entity('payment', [integer('amount')], { owner: 'gone' })] }),
      },
      {
        name: text('An entity that a Business API owns', 'Сущность у бизнес-API'),
        topology: lending({ entities: [entity('payment', [integer('amount')], { owner: 'lending' })] }),
      },
      {
        name: text('A reference to an entity that is gone', 'Ссылка на исчезнувшую сущность'),
        topology: lending({ entities: [entity('payment', [reference('order_id', 'gone')])] }),
      },
      {
        name: text('A resource that is gone', 'Исчезнувший ресурс'),
        topology: lending({
          nodes: [api('lending', { resources: [{ entity: 'loan' }, { entity: 'gone' }] })],
        }),
      },
      {
        name: text('A queue with a message that is gone', 'Очередь с исчезнувшим сообщением'),
        topology: lending({
          nodes: [queue('jobs', ['loan-applied', 'gone'])],
          messages: [event('loan.applied')],
        }),
      },
    ],
  },
}

function* check(look: Lookup): Generator<Finding> {
  yield* danglingLinks(look)
  yield* owners(look)
  yield* references(look)
  yield* resources(look)
  yield* messages(look)
}

const danglingLinks = untilChanged(byShape, links)

function* links(look: Lookup): Generator<Finding> {
  for (const link of look.topology.links) {
    const missing = [link.from, link.to].filter((id) => !look.node(id))
    if (missing.length === 0) continue
    const other = [link.from, link.to].find((id) => look.node(id))
    const name = other === undefined ? plain(link.id) : nodeName(look, other)
    yield {
      message: text(
        `A link of ${name} leads to nothing; remove it.`,
        `Связь ${name} никуда не ведёт; уберите её.`,
      ),
      at: [{ part: 'link', id: link.id }],
      fix: { label: text('Remove the link', 'Убрать связь'), edit: removeLinks([link.id]), safe: true },
    }
  }
}

function* owners(look: Lookup): Generator<Finding> {
  const [heir] = look.services
    .filter((service) => engineOf(service))
    .map(({ id }) => ({ id, name: nodeName(look, id) }))
    .sort((a, b) => (a.name + a.id < b.name + b.id ? -1 : 1))
  for (const { id, name, owner } of look.topology.entities) {
    if (engineOf(look.node(owner))) continue
    const fix: Fix | undefined = heir && {
      label: text(`Give it to ${heir.name}`, `Отдать ${heir.name}`),
      edit: changeEntity(id, { owner: heir.id }),
      safe: true,
    }
    yield {
      message: text(
        `No data API keeps ${plain(name)}; give it to one.`,
        `Ни один API данных не хранит ${plain(name)}; отдайте её какому-нибудь.`,
      ),
      at: [{ part: 'entity', id, path: ['owner'] }],
      ...(fix && { fix }),
    }
  }
}

function* references(look: Lookup): Generator<Finding> {
  for (const { place, fields } of fieldPlaces(look.topology)) {
    for (const [index, field] of fields.entries()) {
      if (field.type !== 'reference' || look.entity(field.entity)) continue
      const at: Place = { ...place, path: [...place.path, index] }
      yield {
        message: text(
          `${plain(field.name)} refers to an entity that is not there; choose one, or store a plain UUID.`,
          `${plain(field.name)} ссылается на сущность, которой нет; выберите другую или храните обычный UUID.`,
        ),
        at: [at],
        fix: {
          label: text('Store a plain UUID', 'Хранить обычный UUID'),
          edit: changeAt(at, (value) => toPlainUuid(value as Field)),
          safe: true,
        },
      }
    }
  }
}

function* resources(look: Lookup): Generator<Finding> {
  for (const service of look.services) {
    const listed = service.kind === 'business_api' ? (service.resources ?? []) : []
    for (const [index, { entity }] of listed.entries()) {
      if (look.entity(entity)) continue
      const name = nodeName(look, service.id)
      yield {
        message: text(
          `A resource of ${name} is over an entity that is not there; remove it.`,
          `Ресурс ${name} относится к сущности, которой нет; уберите его.`,
        ),
        ...removal({ part: 'node', id: service.id, path: ['resources', index] }),
      }
    }
  }
}

function* messages(look: Lookup): Generator<Finding> {
  for (const node of look.topology.nodes) {
    if (node.type !== 'queue') continue
    for (const [index, id] of node.messages.entries()) {
      if (look.message(id)) continue
      const name = nodeName(look, node.id)
      yield {
        message: text(
          `${name} carries a message that is not there; remove it.`,
          `${name} несёт сообщение, которого нет; уберите его.`,
        ),
        ...removal({ part: 'node', id: node.id, path: ['messages', index] }),
      }
    }
  }
  for (const link of look.topology.links) {
    const listed = link.type === 'publishes' ? (link.messages ?? []) : []
    for (const [index, id] of listed.entries()) {
      if (look.message(id)) continue
      const name = nodeName(look, link.from)
      yield {
        message: text(
          `${name} publishes a message that is not there; remove it.`,
          `${name} публикует сообщение, которого нет; уберите его.`,
        ),
        // A link that names no message would carry nothing; without the list it carries all of the queue.
        ...removal(
          { part: 'link', id: link.id, path: ['messages', index] },
          listed.length === 1 ? ['messages'] : undefined,
        ),
      }
    }
  }
}

function removal(place: Place, path = place.path): Pick<Finding, 'at' | 'fix'> {
  const edit = changeAt({ ...place, ...(path && { path }) }, () => undefined)
  return { at: [place], fix: { label: text('Remove it', 'Убрать'), edit, safe: true } }
}
