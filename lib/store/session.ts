import { create } from 'zustand'
import { decodeLink, encodeLink } from '@/lib/share/link'
import type { Refusal, Text } from '@/lib/share/result'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Topology } from '@/lib/topology/model/topology'
import { newDocumentId, openDocument, useDocument } from './document'
import { findByLink, isKeyOf, keep, markCurrent, readCurrent, readKept } from './shelf'

/** The link and the storage follow an edit after this pause, in milliseconds. */
const SAVE_PAUSE = 250

export type SaveState = 'empty' | 'saving' | 'saved' | 'failed'

/** A link or file that could not be opened, to be told until it is dismissed. */
export interface OpenFault {
  readonly reason: Refusal
  readonly message: Text
}

/** How the open design stands to the address and the storage. */
export interface Session {
  /** False until the address and the storage were read. */
  readonly ready: boolean
  readonly save: SaveState
  readonly fault: OpenFault | undefined
  /** The design that was open before another one was opened over it. */
  readonly previous: string | undefined
  /** How often another tab wrote the design of this one, which went on as a copy each time. */
  readonly copies: number
}

export const useSession = create<Session>()(() => ({
  ready: false,
  save: 'empty',
  fault: undefined,
  previous: undefined,
  copies: 0,
}))

let waiting: ReturnType<typeof setTimeout> | undefined

/**
 * Opens what the address holds, or what was open last, and keeps both in step from then on.
 * Answers how to stop.
 */
export function startSession(): () => void {
  if (!openFromAddress()) openLast()
  const unsubscribe = useDocument.subscribe((now, before) => {
    if (now.history.present !== before.history.present) saveSoon()
  })
  const onHidden = () => document.visibilityState === 'hidden' && saveNow()
  const onAddress = () => {
    if (currentFragment() !== linkOf(useDocument.getState().history.present)) openFromAddress()
  }
  addEventListener('pagehide', saveNow)
  document.addEventListener('visibilitychange', onHidden)
  addEventListener('hashchange', onAddress)
  addEventListener('storage', goOnAsCopy)
  useSession.setState({ ready: true })
  return () => {
    unsubscribe()
    saveNow()
    removeEventListener('pagehide', saveNow)
    document.removeEventListener('visibilitychange', onHidden)
    removeEventListener('hashchange', onAddress)
    removeEventListener('storage', goOnAsCopy)
  }
}

/** Opens a design as a new document; the one before stays kept and can be gone back to. */
export function openAsNew(topology: Topology): void {
  saveNow()
  const { id, history } = useDocument.getState()
  const hadWork = history.present.nodes.length > 0
  openDocument(topology)
  useSession.setState({ previous: hadWork ? id : undefined, fault: undefined })
}

/** Opens a design that this browser keeps; false when it is gone. */
export function openKept(id: string): boolean {
  saveNow()
  const kept = readKept(id)
  if (!kept) return false
  openDocument(kept.topology, kept.id)
  useSession.setState({ previous: undefined, fault: undefined })
  return true
}

/** Says that something could not be opened; what is open stays. */
export function reportFault(fault: OpenFault | undefined): void {
  useSession.setState({ fault })
  if (!fault) writeAddress()
}

/** The link of a design: the address of this page with the design after the `#`. */
export function addressOf(topology: Topology): string {
  return `${location.origin}${location.pathname}#${encodeLink(topology)}`
}

/** Another tab wrote the design of this tab: this one becomes a copy, so that neither overwrites the other. */
function goOnAsCopy({ key, newValue }: StorageEvent): void {
  const { id } = useDocument.getState()
  if (newValue === null || !isKeyOf(id, key)) return
  useDocument.setState({ id: newDocumentId() })
  useSession.setState(({ copies }) => ({ copies: copies + 1 }))
}

function openFromAddress(): boolean {
  const link = currentFragment()
  if (link === '') return false
  const own = findByLink(link)
  if (own) {
    openDocument(own.topology, own.id)
    markCurrent(own.id)
    useSession.setState({ save: 'saved', fault: undefined })
    return true
  }
  const result = decodeLink(link)
  if (result.ok) {
    openAsNew(result.topology)
    saveSoon()
    return true
  }
  useSession.setState({ fault: { reason: result.reason, message: result.message } })
  return false
}

function openLast(): void {
  const last = readCurrent()
  if (!last) {
    openDocument(emptyTopology())
    return
  }
  openDocument(last.topology, last.id)
  useSession.setState({ save: 'saved' })
  if (!useSession.getState().fault) writeAddress()
}

function saveSoon(): void {
  clearTimeout(waiting)
  waiting = setTimeout(saveNow, SAVE_PAUSE)
  useSession.setState({ save: isUntouched() ? 'empty' : 'saving' })
}

/** Keeps the design and writes its link into the address. Does nothing where both are in step. */
function saveNow(): void {
  if (waiting === undefined) return
  clearTimeout(waiting)
  waiting = undefined
  const { id, history } = useDocument.getState()
  if (isUntouched()) {
    markCurrent(undefined)
    useSession.setState({ save: 'empty' })
  } else {
    const link = linkOf(history.present)
    const kept = keep({ id, savedAt: Date.now(), link, topology: history.present })
    useSession.setState({ save: kept ? 'saved' : 'failed', fault: undefined })
  }
  writeAddress()
}

function writeAddress(): void {
  const link = linkOf(useDocument.getState().history.present)
  if (link === currentFragment()) return
  const address = `${location.pathname}${location.search}${link ? `#${link}` : ''}`
  // With the router's own state, so that it takes the new address for its own and draws nothing.
  history.replaceState(history.state, '', address)
}

/** A design that holds nothing yet has no link. */
function linkOf(topology: Topology): string {
  return isUntouched() ? '' : encodeLink(topology)
}

function isUntouched(): boolean {
  const { past, present, future } = useDocument.getState().history
  return present.nodes.length === 0 && past.length === 0 && future.length === 0
}

function currentFragment(): string {
  return location.hash.slice(1)
}
