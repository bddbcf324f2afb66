/** What a row is loaded by: an id in scope, or a field that the input still has to get. */
import { freshName } from '../fresh'
import { cut, MAX_IDENTIFIER } from '../identifiers'
import type { Entity } from '../model/entity'
import type { Field } from '../model/field'
import type { Step } from '../model/step'
import type { Value } from '../model/value'
import { ID, loadableFields } from './entity-fields'
import { surelyMeant } from './fill'
import { isNeverStored } from './never-stored'
import { valuesIn, wantedBy } from './offers'
import type { Scope } from './scope'
import type { TypedField } from './value-type'

/** The field to load an entity by, and the value for it. */
export interface LoadKey {
  readonly by: string
  readonly value: Value
}

/** The key that a scope surely means for an entity, else any id in it that could be one of the entity. */
export function keyInScope(scope: Scope, entity: Entity): LoadKey | undefined {
  const fields = loadableFields(entity)
  for (const field of fields) {
    const value = keyValue(scope, entity, field) ?? senderId(scope, field)
    if (value) return { by: field.name, value }
  }
  const id = fields.find(({ name }) => name === ID)
  const value = id && valuesIn(scope, wantedBy(id)).find((offer) => canBeKey(scope, offer.value))?.value
  return value && { by: ID, value }
}

/** The value in scope that surely is the key of an entity: `user_id` for the id of a user. */
export function keyValue(scope: Scope, entity: Entity, field: TypedField): Value | undefined {
  const name = field.name === ID ? `${entity.name}_id` : field.name
  const value = surelyMeant(scope, { ...field, name, optional: false })
  return value && canBeKey(scope, value) ? value : undefined
}

/** Not a value that nothing stored has, nor the id of an envelope, nor of what is there already. */
function canBeKey(scope: Scope, value: Value): boolean {
  if (!('path' in value) || isNeverStored(value)) return false
  if (value.value === 'message') return value.path[0] !== 'event_id'
  if (value.path.length !== 1 || value.path[0] !== ID) return true
  if (value.value === 'item') return scope.sources.item?.is !== 'entity'
  return value.value !== 'result' || scope.results.get(value.name)?.type.is !== 'entity'
}

/** Who writes to a bot is found by the number that Telegram gave them. */
function senderId(scope: Scope, field: TypedField): Value | undefined {
  const isTelegram = field.type === 'integer' && /telegram|chat|tg/.test(field.name)
  return scope.sources.sender && isTelegram ? { value: 'sender', path: ['id'] } : undefined
}

const UNSAID: Value = { value: 'constant', constant: null }

/** Whether nothing was chosen yet that a row could be found by. */
export function isUnsaid(value: Value): boolean {
  return value.value === 'constant' && value.constant === null
}

/** As many as the input of a use case may have. */
const MOST_INPUTS = 100

/**
 * The key of an entity that nothing in scope has: in a use case a field that its input is to get, elsewhere nothing
 * yet, for a person to fill in.
 */
export function keyToCome(scope: Scope, entity: Entity): LoadKey {
  const { context } = scope
  if (context.in !== 'use_case' || context.of.input.length >= MOST_INPUTS) return { by: ID, value: UNSAID }
  const taken = new Set(context.of.input.map(({ name }) => name))
  const name = freshName(taken, `${cut(entity.name, MAX_IDENTIFIER - 6)}_id`)
  return { by: ID, value: { value: 'input', path: [name] } }
}

/** The field that a use case has to get, so that a step can load by the input that it names. */
export function missingInput(scope: Scope, step: Step): Field | undefined {
  if (step.step !== 'load' || step.by !== ID || step.value.value !== 'input') return undefined
  const { context } = scope
  const [name, ...deeper] = step.value.path
  if (context.in !== 'use_case' || name === undefined || deeper.length > 0) return undefined
  if (context.of.input.length >= MOST_INPUTS || context.of.input.some((field) => field.name === name))
    return undefined
  return { name, type: 'reference', entity: step.entity }
}
