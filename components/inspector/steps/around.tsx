'use client'
import { createContext, useContext } from 'react'
import type { Place } from '@/lib/topology/at'
import type { Lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import type { Scope } from '@/lib/topology/steps/scope'

/** What the forms of an open step know about where it stands. */
export interface Around {
  readonly look: Lookup
  readonly service: Service
  /** What can be named in the step. */
  readonly scope: Scope
  /** What can be named before it, where its own `when` does not hold yet. */
  readonly before: Scope
  readonly place: Place
}

export const AroundContext = createContext<Around | undefined>(undefined)

export function useAround(): Around {
  const around = useContext(AroundContext)
  if (!around) throw new Error('The form of a step stands outside of a step.')
  return around
}

/** The same place with other values in scope: inside a condition, in a row of a table. */
export function ScopeProvider(props: { readonly scope: Scope; readonly children: React.ReactNode }) {
  const around = useAround()
  return <AroundContext value={{ ...around, scope: props.scope }}>{props.children}</AroundContext>
}
