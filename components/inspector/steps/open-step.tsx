'use client'
import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { fieldKey } from '@/lib/commands/focus'
import { useView } from '@/lib/store/view'
import type { Place } from '@/lib/topology/at'

/** Which step of a list stands open: one at most, so that the list stays a list. */
export interface OpenStep {
  readonly key: string | undefined
  readonly open: (step: Place | undefined) => void
}

export const OpenStepContext = createContext<OpenStep>({ key: undefined, open: () => undefined })

export function useOpenStep(): OpenStep {
  return useContext(OpenStepContext)
}

/** The open step of a list; asking for the focus of a part of a step opens it. */
export function useOpening(list: Place): OpenStep {
  const [key, setKey] = useState<string>()
  const wanted = useView(({ focus }) => {
    const step = focus && stepAround(list, focus as Place)
    return step && fieldKey(step)
  })
  useEffect(() => {
    if (wanted !== undefined) setKey(wanted)
  }, [wanted])
  return useMemo(() => ({ key, open: (step) => setKey(step && fieldKey(step)) }), [key])
}

/** The innermost step that a place is a part of; undefined for a step itself and for what is outside. */
export function stepAround(list: Place, { id, path = [] }: Place): Place | undefined {
  const own = list.path ?? []
  if (id !== list.id || !own.every((key, index) => key === path[index])) return undefined
  const [index, key, inner, ...rest] = path.slice(own.length)
  if (typeof index !== 'number' || key === undefined) return undefined
  const step = [...own, index]
  if (key !== 'steps' || typeof inner !== 'number') return { ...list, path: step }
  return rest.length > 0 ? { ...list, path: [...step, 'steps', inner] } : undefined
}
