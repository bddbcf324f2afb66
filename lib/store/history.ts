import type { Text } from '@/lib/topology/model/basics'
import type { Topology } from '@/lib/topology/model/topology'

/** How many steps back a person can go; snapshots share what is unchanged, so a step is small. */
const MOST_STEPS = 500

/** A document at one moment, and how it came to be. */
export interface Version {
  readonly topology: Topology
  /** What the step that led here is called, where the difference of the documents does not say it better. */
  readonly label?: Text
  /** When the step was made, in milliseconds since 1970. */
  readonly time: number
}

/** A document through time: immutable snapshots, the current one between past and future. */
export interface History {
  readonly past: readonly Version[]
  readonly current: Version
  readonly future: readonly Version[]
  /** The document of the current version. */
  readonly present: Topology
  /** Edits that follow with the same key join the step that is open. */
  readonly openStep: string | undefined
}

/** What is known of a step besides the document that it leads to. */
export interface StepFacts {
  readonly merge?: string | undefined
  readonly label?: Text | undefined
  readonly time?: number
}

/** A history that begins with this document: nothing to undo yet. */
export function beginHistory(present: Topology, time = Date.now()): History {
  return historyAt([{ topology: present, time }], 0)
}

/** The history of these versions with one of them as the current one; there must be such a one. */
export function historyAt(versions: readonly Version[], at: number): History {
  const current = versions[at]
  if (!current) throw new Error(`A history of ${versions.length} versions has none at ${at}.`)
  const [past, future] = [versions.slice(0, at), versions.slice(at + 1)]
  return { past, current, future, present: current.topology, openStep: undefined }
}

/** All versions, the oldest first. */
export function versionsOf({ past, current, future }: History): readonly Version[] {
  return [...past, current, ...future]
}

/**
 * Makes `next` the present. It is a step of its own, unless the step before has the same merge key and is
 * still open: then both are one (a name typed letter by letter).
 */
export function commit(history: History, next: Topology, facts: StepFacts = {}): History {
  if (next === history.present) return history
  const { merge, label, time = Date.now() } = facts
  const joins = merge !== undefined && merge === history.openStep
  const past = joins ? history.past : [...history.past, history.current].slice(-MOST_STEPS)
  const current = { topology: next, time, ...(label && { label }) }
  return { past, current, future: [], present: next, openStep: merge }
}

/** Closes the open step: what comes next is a step of its own. */
export function closeStep(history: History): History {
  return history.openStep === undefined ? history : { ...history, openStep: undefined }
}

/** One step back; the same history when there is none. */
export function undo(history: History): History {
  return jump(history, history.past.length - 1)
}

/** One step forward again; the same history when there is none. */
export function redo(history: History): History {
  return jump(history, history.past.length + 1)
}

/** To the version with this number, the oldest being 0; the same history where there is no such one. */
export function jump(history: History, at: number): History {
  const versions = versionsOf(history)
  return at === history.past.length || !versions[at] ? history : historyAt(versions, at)
}
