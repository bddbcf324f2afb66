import { readRepairing } from '@/lib/share/read'
import type { Topology } from '@/lib/topology/model/topology'
import { beginHistory } from './history'
import type { Portrait } from './record'
import type { Shelf } from './shelf'

const PREFIX = 'topoforge.design.'

/**
 * Moves designs from where they were kept before there was a database. Each is taken away from there only after it
 * is here; what cannot be read stays where it is.
 */
export async function moveOldDesigns(shelf: Shelf, portray: (topology: Topology) => Portrait): Promise<void> {
  for (const key of oldKeys()) {
    const id = key.slice(PREFIX.length)
    const old = readOld(key)
    if (!old) continue
    const { link, time, topology } = old
    const history = beginHistory(topology, time)
    const facts = { id, base: 0, writer: '', link, portrait: portray(topology) }
    const result = await shelf.keep({ ...facts, history, checkpoints: [] })
    // One that another tab has moved meanwhile is here, too.
    if (result.ok || result.fault === 'changed') localStorage.removeItem(key)
  }
}

function readOld(key: string) {
  try {
    const { savedAt, link, topology } = JSON.parse(localStorage.getItem(key) ?? '') as Record<string, unknown>
    const result = readRepairing(topology)
    if (!result.ok) return undefined
    return { time: Number(savedAt) || 0, link: String(link ?? ''), topology: result.topology }
  } catch {
    return undefined
  }
}

function oldKeys(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
  } catch {
    return []
  }
}
