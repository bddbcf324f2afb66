import { examples } from '@/lib/examples/examples'
import { financeLending } from '@/lib/examples/finance-lending'
import { calling } from '@/lib/testing/calling'
import { lendingByEvents } from '@/lib/testing/lending-by-events'
import { randomCasesDesign } from '@/lib/testing/random-cases'
import type { Topology } from '@/lib/topology/model/topology'

/** A design that is tested, and how that is done again. */
export interface Design {
  /** Also the name of its folder. */
  readonly id: string
  readonly topology: Topology
  readonly repeat: string
}

const COMMAND = 'npm run test:generated --'

export function exampleDesigns(): readonly Design[] {
  const calls = { id: 'lending-by-calls', topology: calling(financeLending.topology) }
  return [...examples, calls].map(({ id, topology }) => ({
    id,
    topology,
    repeat: `${COMMAND} --example ${id}`,
  }))
}

/** The design whose loans are decided by a worker. */
export function flowDesign(): Design {
  return { id: 'lending-by-events', topology: lendingByEvents(), repeat: `${COMMAND} --designs 0 --flow 20` }
}

export function randomDesign(seed: number): Design {
  return { id: `seed-${seed}`, topology: randomCasesDesign(seed), repeat: `${COMMAND} --seed ${seed}` }
}
