import ELK from 'elkjs/lib/elk-api'
import type { Edit } from '@/lib/topology/edits'
import type { Topology } from '@/lib/topology/model/topology'
import { tidy } from './tidy'

let engine: InstanceType<typeof ELK> | undefined

/** As `tidy`, with the layout off the page's thread. The worker starts with the first call. */
export function tidyInWorker(topology: Topology, only?: readonly string[]): Promise<Edit> {
  engine ??= new ELK({
    workerFactory: () => new Worker(new URL('./elk-worker.ts', import.meta.url), { type: 'module' }),
  })
  return tidy(topology, engine, only)
}
