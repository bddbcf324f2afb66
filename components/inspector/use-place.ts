import { useCallback } from 'react'
import { fieldKey } from '@/lib/commands/focus'
import { setAt } from '@/lib/commands/set-at'
import { edit } from '@/lib/store/document'
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
