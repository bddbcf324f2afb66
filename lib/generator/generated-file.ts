import type { Origin, Project } from './project'
import type { Render } from './render'

/** One file of the download. */
export interface GeneratedFile {
  /** Below the project's folder, with `/` between, as it will be in the zip. */
  readonly path: string
  readonly content: string
  /** Whether it can be started as a program; never needed, since `make` starts everything. */
  readonly executable?: boolean
  /** What made it: a template's path, or the id of a contributor. */
  readonly source: string
  /** The parts of the design that it comes from. */
  readonly causes: readonly Cause[]
  /** The texts that a template has from the design; absent where the whole file is data of the design. */
  readonly said?: ReadonlySet<string>
}

export interface Cause {
  readonly at: Origin
  /** First and last line, where it is about a part of the file. */
  readonly lines?: readonly [number, number]
}

/** Whoever adds files to the download. Pure: the same project gives the same files. */
export interface Contributor {
  readonly id: string
  readonly files: (project: Project, render: Render) => Iterable<GeneratedFile>
}
