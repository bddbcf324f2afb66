/** New steps that read: load, find, for each. */
import type { Entity } from '../../model/entity'
import type { Step } from '../../model/step'
import { pluralName } from '../../naming'
import { findableFields, ID } from '../entity-fields'
import { surelyMeant } from '../fill'
import { likelyEntities } from '../likely'
import { keyInScope, keyToCome, type LoadKey } from '../load-key'
import { stepsAllowedIn } from '../phases'
import type { Scope } from '../scope'
import type { ValueType } from '../value-type'
import { type Around, type FreshScope, freshResult, lastOf, type Maker } from './around'
import { makeRequire } from './judging-steps'
import { makeUpdate } from './writing-steps'

/** Loads what an id in scope, or another value that finds one row, belongs to; else by an id that has to come. */
export const makeLoad: Maker = (around) => {
  const { scope } = around
  const entities = likelyEntities(around)
  const loaded = new Set(
    [...scope.results.values()].flatMap(({ type }) => (type.is === 'entity' ? [type.entity] : [])),
  )
  const others = entities.filter(({ id }) => !loaded.has(id))
  for (const entity of others) {
    const key = keyInScope(scope, entity)
    if (key) return loadBy(scope, entity, key)
  }
  const entity = others[0] ?? entities[0]
  return entity && loadBy(scope, entity, keyToCome(scope, entity))
}

function loadBy(scope: FreshScope, entity: Entity, { by, value }: LoadKey): Step {
  return { step: 'load', entity: entity.id, by, value, as: freshResult(scope, entity.name) }
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
