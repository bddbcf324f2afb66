import { activityOf } from '@/lib/topology/activity'
import { removeNodes } from '@/lib/topology/edits'
import type { Lookup } from '@/lib/topology/lookup'
import type { Finding, Text } from '../rule'

/**
 * Takes away a node that nobody uses, unless entities would go with it that some fault made its own, or a step that
 * reaches it would lose what it names.
 */
export function removal(look: Lookup, id: string, label: Text): Pick<Finding, 'fix'> {
  const isNamed = look.services.some((service) => activityOf(service).reaches.some(({ node }) => node === id))
  if (isNamed || look.entitiesOf(id).length > 0) return {}
  return { fix: { label, edit: removeNodes([id]), safe: false } }
}
