import { zipSync } from 'fflate'
import type { GeneratedFile } from './generated-file'

/** Every entry bears the same date, so that equal files make equal archives; the format knows none earlier. */
const DATE = new Date(1980, 0, 1)
const UNIX = 3
const FILE = 0o100644
const PROGRAM = 0o100755
const LEVEL = 6

/** What closes an archive, and where in it its counts and sizes stand. */
const END = { length: 22, entries: [8, 10], directorySize: 12, directoryAt: 16 } as const
/** Where a line of the directory says at which byte its file begins. */
const FILE_AT = 42

/** A file as it stands in an archive: its part of the body, and its line of the directory. */
interface Packed {
  readonly content: string
  readonly attrs: number
  readonly body: Uint8Array
  readonly line: Uint8Array
}

/** Files that were packed before, by their names: what has not changed since is not compressed again. */
export type PackedFiles = Map<string, Packed>

/**
 * The archive of these files in one folder named like the project. Equal files give equal bytes, in Node and in
 * browsers alike, whatever was `packed` before; afterwards it holds these files and no others.
 */
export function toZip(
  name: string,
  files: ReadonlyMap<string, GeneratedFile>,
  packed: PackedFiles = new Map(),
): Uint8Array<ArrayBuffer> {
  const entries = [...files].map(([path, file]) => {
    const entry = `${name}/${path}`
    return [entry, packAgain(entry, file, packed.get(entry))] as const
  })
  packed.clear()
  for (const [entry, made] of entries) packed.set(entry, made)
  return join([...packed.values()])
}

function packAgain(entry: string, { content, executable }: GeneratedFile, before?: Packed): Packed {
  const attrs = ((executable ? PROGRAM : FILE) << 16) >>> 0
  if (before && before.content === content && before.attrs === attrs) return before
  const bytes = new TextEncoder().encode(content)
  const archive = zipSync({ [entry]: [bytes, { attrs }] }, { level: LEVEL, mtime: DATE, os: UNIX })
  const directory = new DataView(archive.buffer).getUint32(
    archive.length - END.length + END.directoryAt,
    true,
  )
  return {
    content,
    attrs,
    body: archive.slice(0, directory),
    line: archive.slice(directory, archive.length - END.length),
  }
}

/** One archive of archives with one file each: the bodies, then the directory with their new places, then the end. */
function join(files: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const bodies = files.reduce((sum, { body }) => sum + body.length, 0)
  const directory = files.reduce((sum, { line }) => sum + line.length, 0)
  const archive = new Uint8Array(bodies + directory + END.length)
  const view = new DataView(archive.buffer)
  let [at, lineAt] = [0, bodies]
  for (const { body, line } of files) {
    archive.set(body, at)
    archive.set(line, lineAt)
    view.setUint32(lineAt + FILE_AT, at, true)
    at += body.length
    lineAt += line.length
  }
  archive.set(zipSync({}), lineAt)
  for (const place of END.entries) view.setUint16(lineAt + place, files.length, true)
  view.setUint32(lineAt + END.directorySize, directory, true)
  view.setUint32(lineAt + END.directoryAt, bodies, true)
  return archive
}
