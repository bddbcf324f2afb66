import type { Text } from '@/lib/topology/model/basics'
import type { Topology } from '@/lib/topology/model/topology'

export type { Text }

/** Why a foreign document is not opened. */
export type Refusal = 'damaged' | 'too-new' | 'too-large' | 'invalid'

export type DocumentPath = readonly (string | number)[]

/** What is wrong at one place of a document, in a sentence that does not name the place. */
export interface ReadProblem {
  readonly path: DocumentPath
  readonly message: Text
}

/** A repair that was made on reading: what was left out or replaced, and why. */
export interface ReadWarning extends ReadProblem {
  /** What stood there, for a person who wants it back. */
  readonly removed?: unknown
}

/** The answer of the one door for foreign documents. */
export type ReadResult =
  | { readonly ok: true; readonly topology: Topology; readonly warnings: readonly ReadWarning[] }
  | {
      readonly ok: false
      readonly reason: Refusal
      readonly details: readonly ReadProblem[]
      /** Of a newer version: what this version understands of it, to be shown and not to be changed. */
      readonly known?: Topology
    }

/** A refusal with one reason that concerns the place `path`, or the whole document. */
export function refuse(reason: Refusal, message: Text, path: DocumentPath = []): ReadResult & { ok: false } {
  return { ok: false, reason, details: [{ path, message }] }
}

/** A path as a person writes it: `nodes[3].port`; empty for the document itself. */
export function formatPath(path: DocumentPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('')
}
