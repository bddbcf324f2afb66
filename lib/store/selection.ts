import { create } from 'zustand'
import type { Place } from '@/lib/topology/at'

/** What is selected: never part of the document, so undo leaves it alone. */
export interface Selection {
  readonly nodes: readonly string[]
  readonly links: readonly string[]
  /** The part that stands open in the inspector: an entity, a message, a use case inside its node. */
  readonly open: Place | undefined
}

const NOTHING: Selection = { nodes: [], links: [], open: undefined }

export const useSelection = create<Selection>()(() => NOTHING)

/** Selects these nodes and links, and nothing else; the same selection again changes nothing. */
export function select({ nodes = [], links = [], open }: Partial<Selection>): void {
  const now = useSelection.getState()
  if (same(now.nodes, nodes) && same(now.links, links) && isSamePlace(now.open, open)) return
  useSelection.setState({ nodes, links, open })
}

export function selectNothing(): void {
  select(NOTHING)
}

/** Opens a part of what is selected, or a message of the project; undefined closes the open one. */
export function openPart(open: Place | undefined): void {
  if (!isSamePlace(useSelection.getState().open, open)) useSelection.setState({ open })
}

/** Do both say the same part and the same path inside it? */
export function isSamePlace(a: Place | undefined, b: Place | undefined): boolean {
  if (!a || !b) return a === b
  return a.part === b.part && a.id === b.id && same(a.path ?? [], b.path ?? [])
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
