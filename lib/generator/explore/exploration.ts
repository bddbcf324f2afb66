import type { Generated } from '../create-generator'
import type { Cause } from '../generated-file'
import type { Origin } from '../project'
import { traceFile } from '../provenance/trace'
import { type DiffRow, diffLines } from './diff-lines'

export type Change = 'added' | 'changed' | 'removed'

/** A file of the download, or one that the last edit took out of it. */
export interface FileEntry {
  readonly path: string
  /** In characters. */
  readonly size: number
  readonly change?: Change
}

/** A file with its text and where it comes from. */
export interface OpenedFile {
  readonly path: string
  readonly content: string
  readonly causes: readonly Cause[]
  /** What it was in the design that is compared with, and how it differs; where it does. */
  readonly before?: { readonly content: string; readonly rows: readonly DiffRow[] }
}

export interface SearchHit {
  readonly path: string
  /** Lines that say it, from 1; none where only the path does. */
  readonly lines: readonly { readonly number: number; readonly text: string }[]
}

/** The lines of a file that come from some part of the design; none where the file as a whole does. */
export interface FileLines {
  readonly path: string
  readonly lines: readonly (readonly [number, number])[]
}

/** All files of a project, with what has changed since another one. */
export function listFiles({ files }: Generated, base: Generated | undefined): readonly FileEntry[] {
  const entries: FileEntry[] = [...files.values()].map(({ path, content }) => {
    const before = base?.files.get(path)?.content
    const change = !base || before === content ? undefined : before === undefined ? 'added' : 'changed'
    return { path, size: content.length, ...(change && { change }) }
  })
  const removed = [...(base?.files.values() ?? [])].filter(({ path }) => !files.has(path))
  const gone = removed.map(
    ({ path, content }): FileEntry => ({ path, size: content.length, change: 'removed' }),
  )
  return [...entries, ...gone].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** One file, also one that only the base has; undefined where neither has it. */
export function openFile(
  path: string,
  { project, files }: Generated,
  base: Generated | undefined,
): OpenedFile | undefined {
  const file = files.get(path)
  const old = base?.files.get(path)
  if (!file && !old) return undefined
  const content = file?.content ?? ''
  const causes = file ? traceFile(file, project) : []
  const before = old?.content ?? ''
  if (!base || before === content) return { path, content, causes }
  return { path, content, causes, before: { content: before, rows: diffLines(before, content) } }
}

const MOST_FILES = 300
const MOST_LINES = 12
const LONGEST_TEXT = 200

/** The files whose path or text says something, whatever its case: the first ones, with their first lines. */
export function searchFiles({ files }: Generated, query: string): readonly SearchHit[] {
  const wanted = query.toLowerCase()
  const hits: SearchHit[] = []
  for (const { path, content } of files.values()) {
    const lines = content.toLowerCase().includes(wanted) ? linesWith(content, wanted) : []
    if (lines.length > 0 || path.toLowerCase().includes(wanted)) hits.push({ path, lines })
    if (hits.length >= MOST_FILES) break
  }
  return hits
}

function linesWith(content: string, wanted: string): SearchHit['lines'] {
  return content
    .split('\n')
    .map((text, index) => ({ number: index + 1, text: text.trim().slice(0, LONGEST_TEXT), whole: text }))
    .filter(({ whole }) => whole.toLowerCase().includes(wanted))
    .slice(0, MOST_LINES)
    .map(({ number, text }) => ({ number, text }))
}

/** The files that come from these parts of the design, or from something inside of them. */
export function filesOf({ project, files }: Generated, places: readonly Origin[]): readonly FileLines[] {
  const found: FileLines[] = []
  for (const file of files.values()) {
    const causes = traceFile(file, project).filter(({ at }) => places.some((place) => isIn(at, place)))
    if (causes.length === 0) continue
    found.push({ path: file.path, lines: causes.flatMap(({ lines }) => (lines ? [lines] : [])) })
  }
  return found
}

/** Is this the same part of the design, or inside of it? */
function isIn(at: Origin, place: Origin): boolean {
  const path = at.path ?? []
  return (
    at.part === place.part &&
    at.id === place.id &&
    (place.path ?? []).every((step, index) => path[index] === step)
  )
}
