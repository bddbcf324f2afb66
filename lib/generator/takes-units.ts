import type { Lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import { accessOf, stepsOf } from '@/lib/topology/step-walk'

/**
 * Whether a data API has to write rows together with messages, or several rows at once: some caller that may write
 * publishes, or writes by steps. Elsewhere one row at a time is all that is ever written.
 */
export function takesUnits(dataApi: string, look: Lookup): boolean {
  if (look.entitiesOf(dataApi).length === 0) return false
  return look
    .linksTo(dataApi, 'calls')
    .filter((link) => link.type === 'calls' && link.access !== 'read')
    .some(({ from }) => publishes(from, look) || writesBySteps(look.service(from), dataApi, look))
}

function publishes(id: string, look: Lookup): boolean {
  return look.linksFrom(id, 'publishes').length > 0
}

function writesBySteps(caller: Service | undefined, dataApi: string, look: Lookup): boolean {
  return (
    caller !== undefined &&
    [...stepsOf(caller)].some(
      ({ step, entity }) =>
        accessOf(step) === 'write' && entity !== undefined && look.entity(entity)?.owner === dataApi,
    )
  )
}
