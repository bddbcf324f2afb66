import { changeAt } from '@/lib/topology/at'
import { combine, type Edit } from '@/lib/topology/edits'
import type { Lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import type { Field } from '@/lib/topology/model/field'
import { byEntities } from '@/lib/topology/while-same'
import { type Edge, type Ring, ringsOf } from '../rings'
import type { Finding, Rule, Target } from '../rule'
import { entity, lending, reference } from '../sketch'
import { untilChanged } from '../until-changed'
import { listed, plain, text } from '../words'

export const requiredReferenceCycle: Rule = {
  id: 'required-reference-cycle',
  group: 'documents',
  severity: 'error',
  title: text('Required references form no cycle.', 'Обязательные ссылки не образуют цикла.'),
  why: text(
    'Each row would need the other one first, so no row could ever be inserted.',
    'Каждой строке сначала нужна была бы другая, и не вставить ни одной.',
  ),
  check: untilChanged(byEntities, check),
  examples: {
    valid: [
      {
        name: text('The way back is optional', 'Обратная ссылка необязательна'),
        topology: lending({
          entities: [
            entity('loan', [reference('customer_id', 'customer')]),
            entity('customer', [reference('last_loan_id', 'loan', { optional: true })]),
          ],
        }),
      },
    ],
    invalid: [
      {
        name: text('Each needs the other', 'Каждая требует другую'),
        topology: lending({
          entities: [
            entity('loan', [reference('customer_id', 'customer')]),
            entity('customer', [reference('last_loan_id', 'loan')]),
          ],
        }),
      },
      {
        name: text('A row that needs itself', 'Строка, которой нужна она сама'),
        topology: lending({ entities: [entity('loan', [reference('parent_id', 'loan', { unique: true })])] }),
      },
    ],
  },
}

interface Reference {
  readonly entity: Entity
  readonly index: number
}

function* check(look: Lookup): Generator<Finding> {
  const inOrder = [...look.topology.entities].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ id }) => id)
  for (const ring of ringsOf(inOrder, (id) => edgesOf(look, id))) yield findingOf(look, ring)
}

const key = ({ name, id }: Entity) => `${name}\u0000${id}`

function edgesOf(look: Lookup, id: string): readonly Edge<Reference>[] {
  const entity = look.entity(id)
  if (!entity) return []
  return entity.fields.flatMap((field, index) => {
    const isNeeded = field.type === 'reference' && !field.optional && look.entity(field.entity)
    return isNeeded ? [{ to: field.entity, what: { entity, index } }] : []
  })
}

function findingOf(look: Lookup, { ids, closing }: Ring<Reference>): Finding {
  const names = listed(ids.map((id) => plain(look.entity(id)?.name ?? id)).sort())
  const places = closing.map(
    ({ entity, index }): Target => ({ part: 'entity', id: entity.id, path: ['fields', index] }),
  )
  const fields = listed(
    closing.map(({ entity, index }) => plain(`${entity.name}.${entity.fields[index]?.name}`)),
  )
  return {
    message: text(
      `${names.en}: the required references lead back to where they start; make ${fields.en} optional.`,
      `${names.ru}: обязательные ссылки ведут по кругу; сделайте необязательным ${fields.ru}.`,
    ),
    at: [places[0] ?? { part: 'project' }, ...places.slice(1)],
    fix: {
      label: text(`Make ${fields.en} optional`, `Сделать необязательным ${fields.ru}`),
      edit: combine(...places.map(makeOptional)),
      safe: true,
    },
  }
}

function makeOptional(place: Target): Edit {
  return changeAt(place, (value) => ({ ...(value as Field), optional: true }))
}
