import { readRepairing } from '@/lib/share/read'
import type { Topology } from '@/lib/topology/model/topology'

const PREFIX = 'topoforge.design.'
const CURRENT = 'topoforge.current'

/** A design as this browser keeps it. */
export interface Kept {
  readonly id: string
  readonly savedAt: number
  /** The link that was in the address when it was saved: who comes back with it means this design. */
  readonly link: string
  readonly topology: Topology
}

/** Is this the storage key of the design with this id? */
export function isKeyOf(id: string, key: string | null): boolean {
  return key === PREFIX + id
}

/** Keeps a design; false where the storage is full or forbidden. */
export function keep({ id, ...facts }: Kept): boolean {
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify(facts))
    localStorage.setItem(CURRENT, id)
    sessionStorage.setItem(CURRENT, id)
    return true
  } catch {
    return false
  }
}

/** Makes a design the one that a plain reload opens; no id for none. */
export function markCurrent(id: string | undefined): void {
  try {
    for (const storage of [sessionStorage, localStorage]) {
      if (id === undefined) storage.removeItem(CURRENT)
      else storage.setItem(CURRENT, id)
    }
  } catch {
    // Without storage nothing is kept, and nothing is current.
  }
}

/** The design with this id, if it is kept and can be read. */
export function readKept(id: string): Kept | undefined {
  try {
    const text = localStorage.getItem(PREFIX + id)
    if (text === null) return undefined
    const { savedAt, link, topology } = JSON.parse(text) as Record<string, unknown>
    const result = readRepairing(topology)
    if (!result.ok) return undefined
    return { id, savedAt: Number(savedAt) || 0, link: String(link ?? ''), topology: result.topology }
  } catch {
    return undefined
  }
}

/** The design that this tab had last, or else the browser. */
export function readCurrent(): Kept | undefined {
  try {
    const id = sessionStorage.getItem(CURRENT) ?? localStorage.getItem(CURRENT)
    return id === null ? undefined : readKept(id)
  } catch {
    return undefined
  }
}

/** Everything that is kept, the newest first. */
export function listKept(): readonly Kept[] {
  return keptIds()
    .flatMap((id) => readKept(id) ?? [])
    .sort((a, b) => b.savedAt - a.savedAt)
}

/** The kept design that this link belongs to; the tab's own one first. */
export function findByLink(link: string): Kept | undefined {
  const current = readCurrent()
  if (current?.link === link) return current
  return listKept().find((kept) => kept.link === link)
}

function keptIds(): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length))
  } catch {
    return []
  }
}
