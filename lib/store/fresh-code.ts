const RELOADED = 'topoforge.reloaded'
const TO_SAY = 'topoforge.reloaded-to-say'

/** A page that fails again so soon after it was loaded anew is not helped by a third time, in milliseconds. */
const TOO_SOON = 60_000

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
export function reloadOnce(now = Date.now()): boolean {
  try {
    const last = Number(sessionStorage.getItem(RELOADED) ?? 0)
    if (now - last < TOO_SOON) return false
    sessionStorage.setItem(RELOADED, String(now))
    sessionStorage.setItem(TO_SAY, 'yes')
  } catch {
    // What cannot be counted could go on for ever.
    return false
  }
  location.reload()
  return true
}

/** Whether this page was loaded anew by `reloadOnce`; true once, for who says it. */
export function takeReloaded(): boolean {
  try {
    const isSo = sessionStorage.getItem(TO_SAY) !== null
    sessionStorage.removeItem(TO_SAY)
    return isSo
  } catch {
    return false
  }
}

/** Loads a part of the page; where it is gone with an older version, the page is loaded anew instead. */
export async function loadFresh<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (fault) {
    if (isStaleCode(fault) && reloadOnce()) return new Promise<T>(() => undefined)
    throw fault
  }
}

/** Watches for parts that nobody waits for; answers how to stop. */
export function watchForStaleCode(): () => void {
  const onRejection = ({ reason }: PromiseRejectionEvent) => {
    if (isStaleCode(reason)) reloadOnce()
  }
  addEventListener('unhandledrejection', onRejection)
  return () => removeEventListener('unhandledrejection', onRejection)
}
