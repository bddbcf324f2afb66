/** New steps that read: load, find, for each. */
import type { Entity } from '../../model/entity'
import type { Step } from '../../model/step'
import type { Value } from '../../model/value'
import { pluralName } from '../../naming'
import { findableFields, ID, loadableFields } from '../entity-fields'
import { surelyMeant } from '../fill'
import { likelyEntities } from '../likely'
import { stepsAllowedIn } from '../phases'
import type { Scope } from '../scope'
import type { TypedField, ValueType } from '../value-type'
import { type Around, freshResult, lastOf, type Maker } from './around'
import { makeRequire } from './judging-steps'
import { makeUpdate } from './writing-steps'

/** Loads what an id in scope, or another value that finds one row, belongs to. */
export const makeLoad: Maker = (around) => {
  const [entity, ...more] = likelyEntities(around)
  if (!entity) return undefined
  const found = keyInScope(around.scope, [entity, ...more])
  if (found)
    return {
      step: 'load',
      ...found.key,
      entity: found.entity.id,
      as: freshResult(around.scope, found.entity.name),
    }
  const value: Value = { value: 'new_id' }
  return { step: 'load', entity: entity.id, by: ID, value, as: freshResult(around.scope, entity.name) }
}

/** Finds what refers to something in scope. */
export const makeFind: Maker = (around) => {
  const entities = likelyEntities(around)
  const related = entities.flatMap((entity) => {
    const where = referenceTo(around.scope, entity)
    return where ? [{ entity, where: [where] }] : []
  })
  const [first] = [...related, ...entities.map((entity) => ({ entity, where: [] }))]
  if (!first) return undefined
  const { entity, where } = first
  return { step: 'find', entity: entity.id, where, as: freshResult(around.scope, pluralName(entity)) }
}

/** Goes through the list that was found last. */
export const makeForEach: Maker = (around) => {
  const of = lastOf(around.scope, 'entities')
  if (!of) return undefined
  const item: ValueType = { is: 'entity', entity: of.entity }
  const { scope } = around
  const inside = { ...scope, inLoop: true, sources: { ...scope.sources, item } }
  const first = firstInLoop({ look: around.look, scope: inside })
  return { step: 'for_each', of: of.name, steps: first ? [first] : [] }
}

interface KeyInScope {
  readonly entity: Entity
  readonly key: { readonly by: string; readonly value: Value }
}

/** An entity whose id, or another value that finds one, is in scope and has not been loaded already. */
function keyInScope(scope: Scope, entities: readonly Entity[]): KeyInScope | undefined {
  const loaded = new Set(
    [...scope.results.values()].flatMap(({ type }) => (type.is === 'entity' ? [type.entity] : [])),
  )
  for (const entity of entities.filter(({ id }) => !loaded.has(id))) {
    for (const field of loadableFields(entity)) {
      const name = field.name === ID ? `${entity.name}_id` : field.name
      const asked = { ...field, name, optional: false }
      const value = surelyMeant(scope, asked) ?? senderId(scope, field)
      if (value) return { entity, key: { by: field.name, value } }
    }
  }
  return undefined
}

/** Who writes to a bot is found by the number that Telegram gave them. */
function senderId(scope: Scope, field: TypedField): Value | undefined {
  const isTelegram = field.type === 'integer' && /telegram|chat|tg/.test(field.name)
  return scope.sources.sender && isTelegram ? { value: 'sender', path: ['id'] } : undefined
}

function referenceTo(scope: Scope, entity: Entity) {
  for (const field of findableFields(entity)) {
    if (field.type !== 'reference' || field.name === ID) continue
    const value = surelyMeant(scope, { ...field, optional: false })
    if (value) return { field: field.name, operator: '=', value } as const
  }
  return undefined
}

function firstInLoop(around: Around): Step | undefined {
  const { scope } = around
  const allowed = stepsAllowedIn(scope.context.in, scope.service.kind, true)
  if (allowed.includes('update')) return makeUpdate(around)
  return makeRequire(around)
}
