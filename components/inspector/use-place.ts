import { useCallback } from 'react'
import { fieldKey } from '@/lib/commands/focus'
import { judgementOf } from '@/lib/commands/judgement'
import { setAt } from '@/lib/commands/set-at'
import type { JudgedFinding } from '@/lib/rules/rule'
import { edit, useTopology } from '@/lib/store/document'
import type { Place } from '@/lib/topology/at'

/** Changes the value at a place; what is typed in a row there is one undo step. */
export function usePut(place: Place): (value: unknown) => void {
  const key = fieldKey(place)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says everything about the place
  return useCallback((value: unknown) => edit(setAt(place, value), { merge: key }), [key])
}

/** Changes the value at a place as an undo step of its own. */
export function useStep(place: Place): (value: unknown) => void {
  const key = fieldKey(place)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says everything about the place
  return useCallback((value: unknown) => edit(setAt(place, value)), [key])
}

/** The findings about exactly this place, or, with `deep`, about anything inside it. */
export function useFindings(place: Place, deep = false): readonly JudgedFinding[] {
  const topology = useTopology()
  const path = place.path ?? []
  return judgementOf(topology)
    .of(place.part, place.id)
    .filter(({ at: [target] }) => {
      const found = target.path ?? []
      const begins = path.every((key, index) => key === found[index])
      return begins && (deep || found.length === path.length)
    })
}
