import { type Zippable, zipSync } from 'fflate'
import type { GeneratedFile } from './generated-file'

/** Every entry bears the same date, so that equal files make equal archives; the format knows none earlier. */
const DATE = new Date(1980, 0, 1)
const UNIX = 3
const FILE = 0o100644
const PROGRAM = 0o100755
const LEVEL = 6

/**
 * The archive of these files in one folder named like the project. Equal files give equal bytes, in Node and in
 * browsers alike.
 */
export function toZip(name: string, files: ReadonlyMap<string, GeneratedFile>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const entries: Zippable = {}
  for (const [path, { content, executable }] of files) {
    const attrs = ((executable ? PROGRAM : FILE) << 16) >>> 0
    entries[`${name}/${path}`] = [encoder.encode(content), { attrs }]
  }
  return zipSync(entries, { level: LEVEL, mtime: DATE, os: UNIX })
}
