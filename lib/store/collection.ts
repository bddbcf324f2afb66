import { encodeLink } from '@/lib/share/link'
import { changeProject } from '@/lib/topology/edits'
import { emptyTopology } from '@/lib/topology/fresh'
import { edit, newDocumentId, settle, useDocument } from './document'
import { commit } from './history'
import type { DesignFacts } from './record'
import { currentDesk } from './session'
import type { Kept } from './shelf'
import { whileNobodyWrites } from './turn'
import { tell } from './view'
import { storeWords } from './words'

/** All designs of this browser, the newest first; the open one as it is now. */
export async function listDesigns(): Promise<readonly DesignFacts[]> {
  const desk = currentDesk()
  await desk?.flush()
  return (await desk?.shelf?.list().catch(() => [])) ?? []
}

/** Designs that were deleted in the last day, the latest first. */
export async function listDeleted(): Promise<readonly DesignFacts[]> {
  return (
    (await currentDesk()
      ?.shelf?.listDeleted()
      .catch(() => [])) ?? []
  )
}

/** Gives a design another name, as an undo step of its own; false where another tab writes it. */
export async function renameDesign(id: string, name: string): Promise<boolean> {
  const change = changeProject({ name })
  if (id === useDocument.getState().id) {
    settle()
    return edit(change) === undefined
  }
  return alone(id, async ({ facts, history, checkpoints }) => {
    const renamed = commit(history, change(history.present))
    await put({ facts, history: renamed, checkpoints }, id, facts.revision)
  })
}

/** Makes a second design like this one, with its past, under a name of its own; answers its id. */
export async function duplicateDesign(id: string): Promise<string | undefined> {
  const desk = currentDesk()
  await desk?.flush()
  const kept = await desk?.shelf?.read(id)
  if (!desk || !kept) return undefined
  const name = await desk.freshNameFor(kept.history.present.project.name)
  const history = commit(kept.history, changeProject({ name })(kept.history.present))
  const copy = newDocumentId()
  await put({ ...kept, history }, copy, 0)
  return copy
}

/** Deletes a design so that it can be brought back; false where another tab writes it. */
export async function removeDesign(id: string): Promise<boolean> {
  const desk = currentDesk()
  if (!desk?.shelf) return false
  if (id === useDocument.getState().id) {
    if (useDocument.getState().readOnly) return busy()
    await desk.flush()
    desk.openNew(emptyTopology())
    await desk.left
  }
  return alone(id, () => desk.shelf?.remove(id))
}

/** Brings back a design that was deleted. */
export async function bringBackDesign(id: string): Promise<void> {
  const desk = currentDesk()
  await desk?.shelf?.bringBack(id)
  desk?.shelfChanged()
}

/** Does something to a kept design while no tab writes it; says so where one does. */
async function alone(id: string, run: (kept: Kept) => Promise<void> | undefined): Promise<boolean> {
  const desk = currentDesk()
  const done = await whileNobodyWrites(id, async () => {
    const kept = await desk?.shelf?.read(id)
    if (kept) await run(kept)
  })
  desk?.shelfChanged()
  return done || busy()
}

function busy(): false {
  tell({ text: storeWords.notChanged, detail: storeWords.openElsewhere })
  return false
}

async function put({ history, checkpoints }: Kept, id: string, base: number): Promise<void> {
  const desk = currentDesk()
  const link = encodeLink(history.present)
  const portrait = desk?.portray(history.present)
  if (portrait) await desk?.shelf?.keep({ id, base, writer: '', link, portrait, history, checkpoints })
  desk?.shelfChanged()
}
