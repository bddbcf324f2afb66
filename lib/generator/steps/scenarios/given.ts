import type { Constant } from '@/lib/topology/model/value'
import type { Entity, Field, SystemOperation } from '../../project'
import { ANSWER_ROW, sampleValue } from '../../python/samples'
import { NobodyKnows } from './evaluate'
import { fits } from './fits'
import { constantLike, fromJson, isUnsure, type Known } from './known'

/** What the fake of a system answers. */
export function answerKnown({ output, isList }: SystemOperation): Known {
  const parts = output.map(({ name, type }) => [name, fromJson(type, sampleValue(type, ANSWER_ROW))] as const)
  const one: Known = { is: 'parts', parts: new Map(parts) }
  return isList ? { is: 'items', items: [one] } : one
}

/** A constant of the design as a field takes it. */
export function constantOf(constant: Constant, { type }: Field): Known {
  if (constant === null) return null
  const known = fromJson(type, constant)
  return isUnsure(known) || !fits(type, known) ? constantLike(constant, null) : known
}

const ID: Field = {
  name: 'id',
  type: { type: 'uuid' },
  required: true,
  label: null,
  unique: true,
  indexed: true,
  default: null,
}

/** The field of an entity, its id among them. */
export function fieldOf(entity: Pick<Entity, 'fields'>, name: string): Field {
  if (name === 'id') return ID
  const field = entity.fields.find((one) => one.name === name)
  if (!field) throw new NobodyKnows()
  return field
}
