import { readRepairing } from '@/lib/share/read'
import type { Topology } from '@/lib/topology/model/topology'

const PREFIX = 'topoforge.unsaved.'

/** This page load. What it has not saved yet stands under its name, so that no other tab overwrites it. */
export const TAB = globalThis.crypto?.randomUUID?.() ?? String(Math.random())

/** The last state of a design that was not saved yet. */
export interface Unsaved {
  /** Its key in the storage. */
  readonly key: string
  readonly id: string
  /** The page load that made the edits. */
  readonly tab: string
  /** The revision of the design that the edits began with; 0 for one that was never saved. */
  readonly base: number
  readonly time: number
  /** The link that was in the address: who comes back with it means this state. */
  readonly link: string
  readonly topology: Topology
}

/**
 * Notes the present state of a design at once, before the next event: the database is written a moment later and
 * not at all when the tab dies before. False where the browser's small storage is full or forbidden.
 */
export function noteUnsaved(id: string, base: number, link: string, topology: Topology): boolean {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify({ base, time: Date.now(), link, topology }))
    return true
  } catch {
    return false
  }
}

/** The design is saved: nothing of this tab is left to be noted. */
export function forgetUnsaved(id: string): void {
  forgetNote(keyOf(id))
}

/** Takes one note away. */
export function forgetNote(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Where nothing can be stored there is no note.
  }
}

/** The ids of all designs with something that was not saved, whichever tab it was. */
export function unsavedIds(): readonly string[] {
  return [...new Set(keys().map((key) => key.slice(PREFIX.length).split('.')[0] ?? ''))]
}

/** What was not saved of one design, the oldest first. What cannot be read is left where it is. */
export function readUnsaved(id: string): readonly Unsaved[] {
  return keys()
    .filter((key) => key.startsWith(`${PREFIX}${id}.`))
    .flatMap((key) => readNote(id, key) ?? [])
    .sort((a, b) => a.time - b.time)
}

function readNote(id: string, key: string): Unsaved | undefined {
  try {
    const { base, time, link, topology } = JSON.parse(localStorage.getItem(key) ?? '') as Record<
      string,
      unknown
    >
    const result = readRepairing(topology)
    if (!result.ok) return undefined
    const tab = key.slice(`${PREFIX}${id}.`.length)
    const facts = { key, id, tab, base: Number(base) || 0, time: Number(time) || 0, link: String(link ?? '') }
    return { ...facts, topology: result.topology }
  } catch {
    return undefined
  }
}

function keyOf(id: string): string {
  return `${PREFIX}${id}.${TAB}`
}

function keys(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
  } catch {
    return []
  }
}
