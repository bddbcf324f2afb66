import { useSyncExternalStore } from 'react'
import { WIDE } from '@/lib/store/view'

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
