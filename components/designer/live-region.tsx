'use client'
import { useView } from '@/lib/store/view'

/** What is said to a screen reader while the eye sees it elsewhere. */
export function LiveRegion() {
  const announcement = useView((view) => view.announcement)
  return (
    <p role="status" aria-live="assertive" className="sr-only">
      {announcement}
    </p>
  )
}
