import type { Topology } from '@/lib/topology/model/topology'
import { currentFragment, currentLink, writeAddress } from './address'
import { Desk } from './desk'
import { openDocument, useDocument } from './document'
import { takeReloaded, watchForStaleCode } from './fresh-code'
import { openShelf, type Portray, recoverAll } from './library'
import type { OpenFault } from './session-state'
import { shelfChanged, useSession } from './session-state'
import { tell } from './view'
import { storeWords } from './words'

export { addressOf } from './address'
export { useSession } from './session-state'

let desk: Desk | undefined

/** The desk of this page, once the session has begun. */
export function currentDesk(): Desk | undefined {
  return desk
}

/**
 * Opens what the address holds, or what was open last, and keeps address, storage and other tabs in step from then
 * on. Answers how to stop.
 */
export function startSession(portray: Portray): () => void {
  let stop: (() => void) | undefined
  let isOver = false
  void begin(portray, () => isOver).then((end) => {
    if (isOver) end()
    else stop = end
  })
  return () => {
    isOver = true
    stop?.()
  }
}

/** Opens a design as a new document; the one before stays kept and can be gone back to. */
export function openAsNew(topology: Topology): void {
  if (desk) desk.openNew(topology)
  else openDocument(topology)
}

/** Opens a design that this browser keeps; false when it is gone. */
export async function openKept(id: string): Promise<boolean> {
  useSession.setState({ fault: undefined })
  return (await desk?.open(id)) ?? false
}

/** Writes the open design from here on, instead of the tab that writes it now. */
export function takeOver(): void {
  void desk?.takeOver()
}

/** Goes on with a copy of the design that another tab writes. */
export function goOnAsCopy(): void {
  void desk?.goOnAsCopy()
}

/** Whether this browser keeps designs at all. */
export function hasDatabase(): boolean {
  return desk?.shelf !== undefined
}

/** Says that something could not be opened; what is open stays. */
export function reportFault(fault: OpenFault | undefined): void {
  useSession.setState({ fault })
  if (!fault) writeAddress()
}

function sayReloaded(): void {
  const why = takeReloaded()
  if (why === 'updated') tell({ text: storeWords.updated, detail: storeWords.updatedDetail })
  else if (why === 'connected') tell({ text: storeWords.connected, detail: storeWords.connectedDetail })
}

async function begin(portray: Portray, isOver: () => boolean): Promise<() => void> {
  const shelf = await openShelf(portray)
  if (isOver()) return () => undefined
  const here = new Desk(shelf, portray)
  desk = here
  if (!(await here.openFromAddress())) await here.openLast()
  const unsubscribe = useDocument.subscribe((now, before) => here.changed(now, before))
  const flush = () => void here.flush()
  const onHidden = () => document.visibilityState === 'hidden' && flush()
  const onAddress = () => {
    if (currentFragment() !== currentLink()) void here.openFromAddress()
  }
  addEventListener('pagehide', flush)
  addEventListener('hashchange', onAddress)
  document.addEventListener('visibilitychange', onHidden)
  const unwatch = watchForStaleCode()
  useSession.setState({ ready: true })
  sayReloaded()
  if (shelf) void recoverAll(shelf, portray).then((any) => any && shelfChanged())
  return () => {
    unsubscribe()
    unwatch()
    here.close()
    removeEventListener('pagehide', flush)
    removeEventListener('hashchange', onAddress)
    document.removeEventListener('visibilitychange', onHidden)
  }
}
