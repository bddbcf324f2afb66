import type { Topology } from '@/lib/topology/model/topology'
import { type Judgement, judgementOf } from './judgement'

/** What keeps a design from being downloaded and explored: what is wrong, and what cannot be built yet. */
export function blockersOf(topology: Topology): Pick<Judgement, 'errors' | 'notYet'> {
  return judgementOf(topology)
}

/** Can this design be built as it is? */
export function isBuildable(topology: Topology): boolean {
  const { errors, notYet } = blockersOf(topology)
  return errors.length === 0 && notYet.length === 0
}
