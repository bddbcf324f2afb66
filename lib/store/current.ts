const CURRENT = 'topoforge.current'

/** Makes a design the one that a plain reload opens, first in this tab, else in the browser; no id for none. */
export function markCurrent(id: string | undefined): void {
  try {
    for (const storage of [sessionStorage, localStorage]) storage.setItem(CURRENT, id ?? '')
  } catch {
    // Without storage nothing is kept, and nothing is current.
  }
}

/**
 * The design that this tab had last, or else the browser; an empty text where it was an empty canvas, and nothing
 * where that is not known: the browser writes this down some seconds later and may have died before.
 */
export function readCurrent(): string | undefined {
  try {
    return sessionStorage.getItem(CURRENT) ?? localStorage.getItem(CURRENT) ?? undefined
  } catch {
    return undefined
  }
}
