'use client'
import { type ComponentType, createContext, useContext } from 'react'
import type { Place } from '@/lib/topology/at'
import type { Shape } from '@/lib/topology/shape'

/** What an editor of one property is given: where it stands and what stands there. */
export interface EditorProps {
  readonly place: Place
  readonly value: unknown
  readonly shape: Shape
}

/** Editors for properties that are more than a text, a number, a yes or a choice; by the property's key. */
export type Editors = Readonly<Record<string, ComponentType<EditorProps>>>

/** Editors contain rows and rows contain editors; the context lets neither import the other. */
export const EditorsContext = createContext<Editors>({})

export function useEditor(key: string): ComponentType<EditorProps> | undefined {
  return useContext(EditorsContext)[key]
}

/** A place deeper inside a place. */
export function inside(place: Place, ...keys: (string | number)[]): Place {
  return { ...place, path: [...(place.path ?? []), ...keys] }
}
