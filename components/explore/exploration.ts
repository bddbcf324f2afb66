import { create } from 'zustand'
import type { FileEntry, FileLines, OpenedFile, SearchHit } from '@/lib/generator/explore/exploration'
import { inWorker, WorkerFault } from '@/lib/generator/in-worker'
import type { Origin } from '@/lib/generator/project'
import type { Topology } from '@/lib/topology/model/topology'
import type { Since } from './subject'

/** Which files the tree shows. */
export type Filter = 'all' | 'selection' | 'changed'

/** The files of one design, beside those of the one that it is compared with. */
interface Made {
  readonly key: string
  readonly base: string | undefined
  readonly topology: Topology
  readonly files: readonly FileEntry[]
}

export interface Exploration {
  readonly made: Made | undefined
  readonly isWorking: boolean
  readonly fault: WorkerFault | undefined
  readonly since: Since
  readonly filter: Filter
  readonly query: string
  readonly hits: readonly SearchHit[] | undefined
  /** Files and lines that the selection is the cause of, by path; undefined where nothing is selected. */
  readonly marked: ReadonlyMap<string, FileLines> | undefined
  /** Folders that are not as they are by themselves, open or closed. */
  readonly toggled: ReadonlySet<string>
  readonly path: string
  /** The line to bring into view. */
  readonly line: number | undefined
  readonly file: OpenedFile | undefined
  readonly showsChanges: boolean
  /** Where there is room for one only: the file instead of the list. */
  readonly readsFile: boolean
  /** The text of the file takes the focus as soon as it is there: it comes from the worker. */
  readonly takesFocus: boolean
}

export const useExploration = create<Exploration>()(() => ({
  made: undefined,
  isWorking: false,
  fault: undefined,
  since: 'edit',
  filter: 'all',
  query: '',
  hits: undefined,
  marked: undefined,
  toggled: new Set(),
  path: 'README.md',
  line: undefined,
  file: undefined,
  showsChanges: false,
  readsFile: false,
  takesFocus: false,
}))

const keys = new WeakMap<Topology, string>()
let lastKey = 0

/** A name for an immutable design, so that it is made once. */
function keyOf(topology: Topology): string {
  const known = keys.get(topology)
  if (known !== undefined) return known
  lastKey += 1
  const key = `design-${lastKey}`
  keys.set(topology, key)
  return key
}

/** What was asked for last: an answer to anything before comes too late. */
let wanted = ''

/** Has the files of a design made in the background; those shown stay until they are there. */
export async function makeFiles(topology: Topology, base: Topology | undefined): Promise<void> {
  const design = { key: keyOf(topology), topology }
  const compared = base && { key: keyOf(base), topology: base }
  wanted = `${design.key} ${compared?.key}`
  const asked = wanted
  useExploration.setState({ isWorking: true })
  try {
    const files = await inWorker('explore', { design, base: compared })
    if (asked !== wanted) return
    const made = { key: design.key, base: compared?.key, topology, files }
    useExploration.setState({ made, isWorking: false, fault: undefined })
  } catch (error) {
    if (asked === wanted) useExploration.setState({ isWorking: false, fault: faultOf(error) })
  }
}

/** Opens the file at a path, at a line. */
export function openPath(path: string, line?: number): void {
  const { file } = useExploration.getState()
  useExploration.setState({ path, line, takesFocus: false, ...(file?.path !== path && { file: undefined }) })
}

export async function loadFile({ key, base }: Made, path: string): Promise<void> {
  const file = await inWorker('open', { key, base, path }).catch(() => undefined)
  if (isCurrent(key) && useExploration.getState().path === path) useExploration.setState({ file })
}

export async function loadHits({ key }: Made, query: string): Promise<void> {
  const hits = await inWorker('search', { key, query }).catch(() => [])
  if (isCurrent(key) && useExploration.getState().query === query) useExploration.setState({ hits })
}

let lastMarking = 0

export async function loadMarked({ key }: Made, places: readonly Origin[]): Promise<void> {
  lastMarking += 1
  const marking = lastMarking
  const found = places.length > 0 ? await inWorker('filesOf', { key, places }).catch(() => []) : undefined
  if (marking !== lastMarking) return
  useExploration.setState({ marked: found && new Map(found.map((file) => [file.path, file])) })
}

function isCurrent(key: string): boolean {
  return useExploration.getState().made?.key === key
}

function faultOf(error: unknown): WorkerFault {
  return error instanceof WorkerFault ? error : new WorkerFault('failed', String(error))
}
