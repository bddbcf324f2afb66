import type { EntityVerb } from '@/lib/topology/activity'
import type { Entity, Message } from '../../project'
import type { Known } from './known'
import type { Run } from './run'

/** A message and what is known of its data. */
export interface Published {
  readonly message: Message
  readonly values: ReadonlyMap<string, Known>
}

/** What a write tells of by itself: filled from the row by name, unless a step says it. */
export function impliedBy(
  { implied, steps }: Run,
  entity: Entity,
  verb: EntityVerb,
  row: ReadonlyMap<string, Known>,
): readonly Published[] {
  const message = implied(entity, verb)
  const isSaid = steps.some((step) => step.step === 'publish' && step.message === message?.origin.id)
  if (!message || isSaid) return []
  const values = message.fields.flatMap(({ name }) => {
    const known = row.get(name)
    return known === undefined ? [] : [[name, known] as const]
  })
  return [{ message, values: new Map(values) }]
}
