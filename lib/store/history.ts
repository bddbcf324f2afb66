import type { Topology } from '@/lib/topology/model/topology'

/** How many steps back a person can go; snapshots share what is unchanged, so a step is small. */
const MOST_STEPS = 500

/** A document through time: immutable snapshots, the present one between past and future. */
export interface History {
  readonly past: readonly Topology[]
  readonly present: Topology
  readonly future: readonly Topology[]
  /** Edits that follow with the same key join the step that is open. */
  readonly openStep: string | undefined
}

/** A history that begins with this document: nothing to undo yet. */
export function beginHistory(present: Topology): History {
  return { past: [], present, future: [], openStep: undefined }
}

/**
 * Makes `next` the present. It is a step of its own, unless the step before has the same merge key and is
 * still open: then both are one (a name typed letter by letter).
 */
export function commit(history: History, next: Topology, merge?: string): History {
  if (next === history.present) return history
  const joins = merge !== undefined && merge === history.openStep
  const past = joins ? history.past : [...history.past, history.present].slice(-MOST_STEPS)
  return { past, present: next, future: [], openStep: merge }
}

/** Closes the open step: what comes next is a step of its own. */
export function closeStep(history: History): History {
  return history.openStep === undefined ? history : { ...history, openStep: undefined }
}

/** One step back; the same history when there is none. */
export function undo(history: History): History {
  const present = history.past.at(-1)
  if (!present) return history
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
    openStep: undefined,
  }
}

/** One step forward again; the same history when there is none. */
export function redo(history: History): History {
  const [present, ...future] = history.future
  if (!present) return history
  return { past: [...history.past, history.present], present, future, openStep: undefined }
}
