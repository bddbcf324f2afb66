import type { Topology } from '@/lib/topology/model/topology'
import { createGenerator } from './create-generator'
import { type PackedFiles, toZip } from './zip'

/** A generated project, packed. */
export interface Download {
  /** `finance.zip` */
  readonly fileName: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** How many files are in it. */
  readonly files: number
}

/**
 * Generates and packs a design that no rule finds an error in. A generator and packed files that are kept from one
 * download to the next make the next one quicker, and never different.
 */
export function toDownload(
  topology: Topology,
  generator = createGenerator(),
  packed: PackedFiles = new Map(),
): Download {
  const { files } = generator(topology)
  const { name } = topology.project
  return { fileName: `${name}.zip`, bytes: toZip(name, files, packed), files: files.size }
}
