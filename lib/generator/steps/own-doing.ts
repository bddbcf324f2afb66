import type { Step } from '@/lib/topology/model/step'
import type { Condition } from '@/lib/topology/model/value'
import { eachValue } from '@/lib/topology/steps/map-step'

type Require = Extract<Step, { readonly step: 'require' }>

const WRITES: ReadonlySet<Step['step']> = new Set(['create', 'update', 'delete', 'upsert'])
/** Values that another time may have changed, and those that never change for one occasion. */
const CHANGING: ReadonlySet<string> = new Set(['result', 'item', 'count', 'sum', 'now', 'today'])

/**
 * Whether a requirement may fail because the same steps have run before: they have written what it looks at, and are
 * repeated since nobody knows that they came to their end. `steps` are those that go out in one unit with it.
 *
 * A requirement that something is set stays as it is: what follows relies on that.
 */
export function mayBeOwnDoing(step: Require, steps: readonly Step[]): boolean {
  if (!steps.some((one) => WRITES.has(one.step)) || asksForPresence(step.condition)) return false
  let isChanging = false
  eachValue(step, ({ value }) => {
    isChanging ||= CHANGING.has(value)
  })
  return isChanging
}

function asksForPresence(condition: Condition): boolean {
  switch (condition.test) {
    case 'is_set':
      return true
    case 'and':
      return condition.conditions.some(asksForPresence)
    case 'compare':
      return [condition.left, condition.right].some(
        (side) => side.value === 'constant' && side.constant === null,
      )
    case 'in':
      return false
  }
}
