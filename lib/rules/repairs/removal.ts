import { removeNodes } from '@/lib/topology/edits'
import type { Lookup } from '@/lib/topology/lookup'
import type { Finding, Text } from '../rule'

/** Takes away a node that nobody uses, unless entities would go with it that some fault made its own. */
export function removal(look: Lookup, id: string, label: Text): Pick<Finding, 'fix'> {
  return look.entitiesOf(id).length > 0 ? {} : { fix: { label, edit: removeNodes([id]), safe: false } }
}
