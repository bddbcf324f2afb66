import type { Topology } from '@/lib/topology/model/topology'
import { createGenerator, type Generated } from './create-generator'
import { toDownload } from './download'
import { filesOf, listFiles, openFile, searchFiles } from './explore/exploration'
import type { KeyedDesign, Tasks, WorkerRequest } from './worker-messages'
import type { PackedFiles } from './zip'

/** The design, what it is compared with, and a few before them, so that undo finds its files made. */
const MOST_KEPT = 6

type Does = { readonly [Name in keyof Tasks]: (ask: Tasks[Name]['ask']) => Tasks[Name]['answer'] }

/** All that the worker does, with what it keeps from one request to the next. */
export function createWorkbench(): (request: WorkerRequest) => Tasks[keyof Tasks]['answer'] {
  const generator = createGenerator()
  const packed: PackedFiles = new Map()
  const kept = new Map<string, Generated>()

  const make = ({ key, topology }: KeyedDesign) => keep(key, kept.get(key) ?? generator(topology))
  const keep = (key: string, made: Generated) => {
    kept.delete(key)
    kept.set(key, made)
    for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest)
    return made
  }
  const at = (key: string) => {
    const made = kept.get(key)
    if (!made) throw new Error(`The files of ${key} are not here any more`)
    return made
  }

  const does: Does = {
    download: ({ topology }: { readonly topology: Topology }) => toDownload(topology, generator, packed),
    explore: ({ design, base }) => {
      const compared = base && make(base)
      return listFiles(make(design), compared)
    },
    open: ({ key, base, path }) => openFile(path, at(key), base === undefined ? undefined : at(base)),
    search: ({ key, query }) => searchFiles(at(key), query),
    filesOf: ({ key, places }) => filesOf(at(key), places),
  }
  return ({ task, ask }) => (does[task] as (ask: unknown) => Tasks[keyof Tasks]['answer'])(ask)
}
