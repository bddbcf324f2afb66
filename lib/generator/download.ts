import type { Topology } from '@/lib/topology/model/topology'
import { generate } from './generate'
import { toZip } from './zip'

/** A generated project, packed. */
export interface Download {
  /** `finance.zip` */
  readonly fileName: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** How many files are in it. */
  readonly files: number
}

/** Generates and packs a design that no rule finds an error in. */
export function toDownload(topology: Topology): Download {
  const files = generate(topology)
  const { name } = topology.project
  return { fileName: `${name}.zip`, bytes: toZip(name, files), files: files.size }
}
