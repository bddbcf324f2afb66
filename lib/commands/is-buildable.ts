import type { Topology } from '@/lib/topology/model/topology'
import { judgementOf } from './judgement'

/** Can this design be downloaded as it is: is nothing in it wrong, and nothing beyond what can be built? */
export function isBuildable(topology: Topology): boolean {
  const { errors, notYet } = judgementOf(topology)
  return errors.length === 0 && notYet.length === 0
}
