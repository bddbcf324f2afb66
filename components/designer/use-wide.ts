import { useSyncExternalStore } from 'react'

/** Below this the panels at the sides have no room of their own. */
const WIDE = '(min-width: 900px)'

/** Is there room for the panels beside the canvas? */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(WIDE)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => matchMedia(WIDE).matches,
    () => true,
  )
}
