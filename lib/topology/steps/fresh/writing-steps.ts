/** New steps that write: create, update, delete, upsert, publish. */
import type { Entity } from '../../model/entity'
import type { NamedValue } from '../../model/value'
import { upsertableFields } from '../entity-fields'
import { filled, standIn, surelyMeant } from '../fill'
import { likelyEntities, likelyMessages } from '../likely'
import type { Scope } from '../scope'
import { isNeeded } from '../value-type'
import { freshResult, type Maker } from './around'

/** Stores a row of which the most can be filled. */
export const makeCreate: Maker = (around) => {
  const entity = bestFilled(around.scope, likelyEntities(around), writable)
  if (!entity) return undefined
  return {
    step: 'create',
    entity: entity.id,
    values: filled(around.scope, entity.fields),
    as: freshResult(around.scope, entity.name),
  }
}

/** Changes what was loaded last. */
export const makeUpdate: Maker = ({ scope }) => {
  const target = changeable(scope)
  const entity = target && scope.reader.entity(target.entity)
  if (!entity) return undefined
  return { step: 'update', target: target.name, values: someChange(scope, entity) }
}

/** Removes what was loaded last. */
export const makeDelete: Maker = ({ scope }) => {
  const target = changeable(scope)
  return target && { step: 'delete', target: target.name }
}

/** Stores or changes the row that a unique field names. */
export const makeUpsert: Maker = (around) => {
  const possible = likelyEntities(around).filter((entity) => upsertableFields(entity).length > 0)
  const entity = bestFilled(around.scope, possible, writable)
  const by = entity && upsertableFields(entity)[0]
  if (!entity || !by) return undefined
  const values = filled(around.scope, entity.fields)
  const key = values.some(({ name }) => name === by.name) ? undefined : standIn(around.scope, by)
  return {
    step: 'upsert',
    entity: entity.id,
    by: by.name,
    values: key ? [{ name: by.name, value: key }, ...values] : values,
    as: freshResult(around.scope, entity.name),
  }
}

/** Publishes a message that a link of the service carries. */
export const makePublish: Maker = (around) => {
  const [message] = likelyMessages(around)
  return message && { step: 'publish', message: message.id, values: filled(around.scope, message.fields) }
}

/** What an update or a delete may be about: the item of a loop, or what was loaded last. */
function changeable(scope: Scope): { readonly name: string; readonly entity: string } | undefined {
  const { item } = scope.sources
  if (item?.is === 'entity') return { name: 'item', entity: item.entity }
  for (const [name, { type, loaded }] of [...scope.results].reverse())
    if (loaded && type.is === 'entity' && !type.optional) return { name, entity: type.entity }
  return undefined
}

const writable = ({ fields }: Entity) => fields

/** The entity of which the most needed fields can be filled; the first of equals. */
function bestFilled(
  scope: Scope,
  entities: readonly Entity[],
  fieldsOf: (entity: Entity) => Entity['fields'],
): Entity | undefined {
  const missing = (entity: Entity) => {
    const given = new Set(filled(scope, fieldsOf(entity)).map(({ name }) => name))
    return fieldsOf(entity).filter((field) => isNeeded(field) && !given.has(field.name)).length
  }
  const [best] = entities
    .map((entity, index) => ({ entity, index, missing: missing(entity) }))
    .sort((a, b) => a.missing - b.missing || a.index - b.index)
  return best?.entity
}

/** What the input or the message says about the entity, else a first field. */
function someChange(scope: Scope, entity: Entity): NamedValue[] {
  const { item: _, ...sources } = scope.sources
  const arrived: Scope = { ...scope, results: new Map(), sources }
  const said = entity.fields.flatMap((field): NamedValue[] => {
    const value = surelyMeant(arrived, field)
    return value ? [{ name: field.name, value }] : []
  })
  if (said.length > 0) return said
  const order = [...entity.fields].sort((a, b) => Number(b.type === 'enum') - Number(a.type === 'enum'))
  for (const field of order) {
    const value = standIn(scope, field)
    if (value) return [{ name: field.name, value }]
  }
  return []
}
