import { useEffect, useState } from 'react'
import { useView } from '@/lib/store/view'
import type { Place } from '@/lib/topology/at'

/** What stands in the line itself needs no opening. */
const IN_LINE: ReadonlySet<string | number | undefined> = new Set(['name', 'type', 'optional'])

/** Open by hand, or because the focus is asked to go to something inside. */
export function useOpenedByFocus(place: Place) {
  const [open, setOpen] = useState(false)
  const wanted = useView(({ focus }) => {
    const path = focus?.path ?? []
    const own = place.path ?? []
    const within = focus?.id === place.id && own.every((key, index) => key === path[index])
    return within && path.length > own.length && !IN_LINE.has(path[own.length])
  })
  useEffect(() => {
    if (wanted) setOpen(true)
  }, [wanted])
  return [open, setOpen] as const
}
