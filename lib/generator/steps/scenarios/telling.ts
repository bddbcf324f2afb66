import type { EntityVerb } from '@/lib/topology/activity'
import type { Step } from '@/lib/topology/model/step'
import type { Entity, Message } from '../../project'
import { withInner } from '../with-inner'
import type { Known } from './known'
import type { Told } from './ledger'

/** What is known of a list of steps where it tells of its writes. */
interface Telling {
  readonly steps: readonly Step[]
  readonly implied: (entity: Entity, verb: EntityVerb) => Message | undefined
}

/** What a write tells of by itself: filled from the row by name, unless a step says it. */
export function impliedBy(
  { implied, steps }: Telling,
  entity: Entity,
  verb: EntityVerb,
  row: ReadonlyMap<string, Known>,
): readonly Told[] {
  const message = implied(entity, verb)
  const isSaid = withInner(steps).some(
    (step) => step.step === 'publish' && step.message === message?.origin.id,
  )
  if (!message || isSaid) return []
  const values = message.fields.flatMap(({ name }) => {
    const known = row.get(name)
    return known === undefined ? [] : [[name, known] as const]
  })
  return [{ message, values: new Map(values) }]
}
