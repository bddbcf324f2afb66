import { useRef } from 'react'
import { findingsAt, saySame } from '@/lib/commands/findings-at'
import type { JudgedFinding } from '@/lib/rules/rule'
import { useTopology } from '@/lib/store/document'
import type { Place } from '@/lib/topology/at'
import type { Topology } from '@/lib/topology/model/topology'

/**
 * The findings about exactly this place, or, with `deep`, about anything inside it. As long as they say the same, the
 * list is the same, and what shows it is not drawn again.
 */
export function useFindings(place: Place, deep = false): readonly JudgedFinding[] {
  return useStable((topology) => findingsAt(topology, place, deep), saySame)
}

/** What the selector takes from the design, and the very same value again while it equals the last one. */
export function useStable<T>(selector: (topology: Topology) => T, isSame: (a: T, b: T) => boolean): T {
  const last = useRef<{ readonly value: T }>(undefined)
  return useTopology((topology) => {
    const value = selector(topology)
    if (last.current && isSame(last.current.value, value)) return last.current.value
    last.current = { value }
    return value
  })
}
