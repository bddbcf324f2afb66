import { useEffect, useState } from 'react'
import { useView } from '@/lib/store/view'
import type { Place } from '@/lib/topology/at'

type Key = string | number | undefined

/** Open by hand, or because the focus is asked to go to something that is inside by its first key. */
export function useOpenedByFocus(place: Place, isInside: (key: Key) => boolean, begins = false) {
  const [open, setOpen] = useState(begins)
  const wanted = useView(({ focus }) => {
    const path = focus?.path ?? []
    const own = place.path ?? []
    const within = focus?.part === place.part && focus.id === place.id
    return (
      within &&
      path.length > own.length &&
      own.every((key, index) => key === path[index]) &&
      isInside(path[own.length])
    )
  })
  useEffect(() => {
    if (wanted) setOpen(true)
  }, [wanted])
  return [open, setOpen] as const
}
