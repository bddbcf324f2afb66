'use client'
import { type ComponentType, createContext, useContext } from 'react'
import type { Place } from '@/lib/topology/at'
import type { Property, Shape } from '@/lib/topology/shape'

export { inside } from '@/lib/commands/lists'

/** What an editor of one property is given: where it stands and what stands there. */
export interface EditorProps {
  readonly place: Place
  readonly value: unknown
  readonly shape: Shape
}

export type Editor = ComponentType<EditorProps>

/** Finds the editor of a property of the object with this name in the format; undefined where a plain control does. */
export type FindEditor = (owner: string, property: Property) => Editor | undefined

/** Editors contain rows and rows contain editors; the context lets neither import the other. */
export const EditorsContext = createContext<FindEditor>(() => undefined)

export function useEditor(owner: string, property: Property): Editor | undefined {
  return useContext(EditorsContext)(owner, property)
}
