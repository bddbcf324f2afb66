import type { Topology } from '@/lib/topology/model/topology'
import { benchDesign } from '../bench/design'

/** A design that is tested, and how that is done again. */
export interface Design {
  /** Also the name of its folder. */
  readonly id: string
  readonly topology: Topology
  readonly repeat: string
}

const COMMAND = 'npm run test:generated --'

export function exampleDesigns(): readonly Design[] {
  return [{ id: 'dev', topology: benchDesign(2), repeat: `${COMMAND} --example dev` }]
}

export function randomDesign(seed: number): Design {
  return { id: `seed-${seed}`, topology: benchDesign(1 + (seed % 4)), repeat: `${COMMAND} --seed ${seed}` }
}
