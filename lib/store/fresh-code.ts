import { tell } from './view'
import { storeWords } from './words'

const RELOADED = 'topoforge.reloaded'
const TO_SAY = 'topoforge.reloaded-to-say'

/** A page that fails again so soon after it was loaded anew is not helped by a third time, in milliseconds. */
const TOO_SOON = 60_000

/** How often a server that is away is asked again, in milliseconds. */
const ASK_AGAIN = 2000

/** Why the page was loaded anew: its scripts were those of an older version, or its server was away for a while. */
export type Reloaded = 'updated' | 'connected'

/**
 * Whether a fault says that a part of the page could not be loaded: mostly because a newer version was put up while
 * this one was open, and its files are gone.
 */
export function isStaleCode(fault: unknown): boolean {
  if (typeof fault !== 'object' || fault === null) return false
  const { name, message } = fault as { readonly name?: unknown; readonly message?: unknown }
  return (
    name === 'ChunkLoadError' || /load(ing)? (css )?chunk|dynamically imported module/i.test(String(message))
  )
}

/**
 * Loads the page anew, unless that was done a moment ago; answers whether it does. Nothing is lost by it: every edit
 * was noted when it was made.
 */
export function reloadOnce(now = Date.now(), why: Reloaded = 'updated'): boolean {
  try {
    const last = Number(sessionStorage.getItem(RELOADED) ?? 0)
    if (now - last < TOO_SOON) return false
    sessionStorage.setItem(RELOADED, String(now))
    sessionStorage.setItem(TO_SAY, why)
  } catch {
    // What cannot be counted could go on for ever.
    return false
  }
  location.reload()
  return true
}

/** Why this page was loaded anew by `reloadOnce`, if it was; told once, to who says it. */
export function takeReloaded(): Reloaded | undefined {
  try {
    const why = sessionStorage.getItem(TO_SAY)
    sessionStorage.removeItem(TO_SAY)
    return why === 'updated' || why === 'connected' ? why : undefined
  } catch {
    return undefined
  }
}

/**
 * Loads the page anew when a part of it could not be loaded; answers whether it does. Without a server nothing would
 * come in its place: what is there stays, that is said, and the page is loaded when the server answers again.
 */
export async function renew(): Promise<boolean> {
  if (await isServed()) return reloadOnce()
  tell({ text: storeWords.away, detail: storeWords.awayDetail })
  back ??= untilServed()
  await back
  back = undefined
  return reloadOnce(Date.now(), 'connected')
}

/** What everybody waits for who needs the server again. */
let back: Promise<void> | undefined

async function untilServed(): Promise<void> {
  do await new Promise((resume) => setTimeout(resume, ASK_AGAIN))
  while (!(await isServed()))
}

async function isServed(): Promise<boolean> {
  try {
    return (await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' })).ok
  } catch {
    return false
  }
}

/** Loads a part of the page; where it is gone with an older version, the page is loaded anew instead. */
export async function loadFresh<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (fault) {
    if (isStaleCode(fault) && (await renew())) return new Promise<T>(() => undefined)
    throw fault
  }
}

/** Watches for parts that nobody waits for; answers how to stop. */
export function watchForStaleCode(): () => void {
  const onRejection = ({ reason }: PromiseRejectionEvent) => {
    if (isStaleCode(reason)) void renew()
  }
  addEventListener('unhandledrejection', onRejection)
  return () => removeEventListener('unhandledrejection', onRejection)
}
