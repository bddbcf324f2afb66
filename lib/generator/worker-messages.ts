import type { Topology } from '@/lib/topology/model/topology'
import type { Download } from './download'
import type { FileEntry, FileLines, OpenedFile, SearchHit } from './explore/exploration'
import type { Origin } from './project'

/** A design with a key of its own: what is said of it later names the key alone. */
export interface KeyedDesign {
  readonly key: string
  readonly topology: Topology
}

/** What the worker can do: what it is given, and what it answers. */
export interface Tasks {
  readonly download: { readonly ask: { readonly topology: Topology }; readonly answer: Download }
  /** The files of a design, and how they differ from those of another one. */
  readonly explore: {
    readonly ask: { readonly design: KeyedDesign; readonly base?: KeyedDesign | undefined }
    readonly answer: readonly FileEntry[]
  }
  readonly open: {
    readonly ask: { readonly key: string; readonly base?: string | undefined; readonly path: string }
    readonly answer: OpenedFile | undefined
  }
  readonly search: {
    readonly ask: { readonly key: string; readonly query: string }
    readonly answer: readonly SearchHit[]
  }
  readonly filesOf: {
    readonly ask: { readonly key: string; readonly places: readonly Origin[] }
    readonly answer: readonly FileLines[]
  }
}

export type TaskName = keyof Tasks

/** What the page asks of the worker; `id` comes back with the answer. */
export type WorkerRequest = {
  readonly [Name in TaskName]: { readonly id: number; readonly task: Name; readonly ask: Tasks[Name]['ask'] }
}[TaskName]

export type WorkerAnswer =
  | { readonly id: number; readonly answer: Tasks[TaskName]['answer'] }
  | { readonly id: number; readonly error: string }
