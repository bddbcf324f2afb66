import type { Step } from '@/lib/topology/model/step'
import type { Entity, Field } from '../../project'
import { MOMENT } from '../typed'
import { compares, evaluate, NobodyKnows, type SeenRow, type Sight } from './evaluate'
import { constantLike, fromJson, isUnsure, type Known } from './known'
import type { Rows } from './rows'

export type Find = Extract<Step, { readonly step: 'find' }>

/** The rows that a step surely finds, in no order; throws where nobody can tell. */
export function search(
  sight: Sight,
  rows: Rows,
  entity: Entity,
  step: Find,
  tell: (wanted: readonly Known[]) => void,
): readonly SeenRow[] {
  const wanted = step.where.map(({ field, value }) => {
    const known =
      value.value === 'constant' ? constantFor(entity, field, value.constant) : evaluate(sight, value)
    // Only a constant asks for what is missing.
    if ((known === null && value.value !== 'constant') || isUnsure(known)) throw new NobodyKnows()
    return known
  })
  tell(wanted)
  const found = [...rows].flatMap(([row, { entity: of, values }]): readonly SeenRow[] => {
    if (of?.name !== entity.name) return []
    const isMet = step.where.every(({ field, operator }, index) =>
      meets(values.get(field), operator, wanted[index] ?? null),
    )
    return isMet ? [{ row, values }] : []
  })
  if (found.length > (step.limit ?? 100)) throw new NobodyKnows()
  return found
}

/** Whether the same rows were found, as they were. */
export function areSame(found: readonly SeenRow[], again: readonly SeenRow[]): boolean {
  return found.length === again.length && found.every(({ values }, at) => again[at]?.values === values)
}

function constantFor(entity: Entity, name: string, constant: string | number | boolean | null): Known {
  if (constant === null) return null
  const known = fromJson(searchedField(entity, name).type, constant)
  return isUnsure(known) ? constantLike(constant, null) : known
}

function meets(own: Known | undefined, operator: Find['where'][number]['operator'], wanted: Known): boolean {
  if (own === undefined) throw new NobodyKnows()
  if (wanted === null) return (own === null) === (operator === '=')
  if (own === null) return false
  const found = compares(operator, own, wanted)
  if (found === undefined) throw new NobodyKnows()
  return found
}

/** A field that rows are searched by, the time of their creation among them. */
export function searchedField(entity: Entity, name: string): Field {
  const field = entity.fields.find((one) => one.name === name)
  if (field) return field
  if (name !== 'created_at') throw new NobodyKnows()
  return {
    name,
    type: MOMENT,
    required: true,
    label: null,
    unique: false,
    indexed: true,
    default: null,
  }
}
