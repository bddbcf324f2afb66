import type { Topology } from '@/lib/topology/model/topology'
import { loadFresh } from './fresh-code'
import { forgetNote, readUnsaved, TAB, unsavedIds } from './journal'
import { moveOldDesigns } from './old-shelf'
import type { Portrait } from './record'
import { Shelf } from './shelf'
import { whileNobodyWrites } from './turn'

/** Makes the picture and the figures of a design for the list; what they mean is above the store. */
export type Portray = (topology: Topology) => Portrait

/** A database that does not answer is as good as none; so long one waits, in milliseconds. */
const PATIENCE = 10_000

/**
 * The designs of this browser, with those from before there was a database; undefined where the browser has no
 * database for us (private mode, blocked, broken).
 */
export async function openShelf(portray: Portray): Promise<Shelf | undefined> {
  try {
    const shelf = await Promise.race([connect(), silence()])
    if (!shelf) return undefined
    await moveOldDesigns(shelf, portray)
    await shelf.sweep()
    return shelf
  } catch {
    return undefined
  }
}

/** Takes in what was noted of one design and never saved. Answers the id of a copy, where one had to be made. */
export async function recover(shelf: Shelf, id: string, portray: Portray): Promise<Recovered> {
  const found: Recovered = { any: false, copy: undefined }
  for (const note of readUnsaved(id)) {
    // What this very page noted it also has in mind, and saves itself.
    if (note.tab === TAB) continue
    const result = await shelf.takeIn(note, portray(note.topology)).catch(() => 'failed' as const)
    if (result === 'failed') continue
    forgetNote(note.key)
    if (result === 'known') continue
    if (result.as === id) found.any = true
    else found.copy = result.as
  }
  return found
}

export interface Recovered {
  any: boolean
  copy: string | undefined
}

/** The same for all designs that nobody writes now; answers whether there was anything. */
export async function recoverAll(shelf: Shelf, portray: Portray): Promise<boolean> {
  let any = false
  for (const id of unsavedIds()) {
    await whileNobodyWrites(id, async () => {
      const found = await recover(shelf, id, portray)
      any ||= found.any || found.copy !== undefined
    })
  }
  return any
}

async function connect(): Promise<Shelf> {
  const { Database } = await loadFresh(() => import('./database'))
  const database = new Database()
  await database.open()
  return new Shelf(database)
}

function silence(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE))
}
