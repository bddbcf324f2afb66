import { create } from 'zustand'

/** What is selected: never part of the document, so undo leaves it alone. */
export interface Selection {
  readonly nodes: readonly string[]
  readonly links: readonly string[]
  /** The entity that stands open in the inspector of its data API. */
  readonly entity: string | undefined
}

const NOTHING: Selection = { nodes: [], links: [], entity: undefined }

export const useSelection = create<Selection>()(() => NOTHING)

/** Selects these nodes and links, and nothing else; the same selection again changes nothing. */
export function select({ nodes = [], links = [], entity }: Partial<Selection>): void {
  const now = useSelection.getState()
  if (same(now.nodes, nodes) && same(now.links, links) && now.entity === entity) return
  useSelection.setState({ nodes, links, entity })
}

export function selectNothing(): void {
  select(NOTHING)
}

/** Opens one entity of the data API that is selected, or closes the open one. */
export function openEntity(entity: string | undefined): void {
  useSelection.setState({ entity })
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
