import { create } from 'zustand'
import type { Edit } from '@/lib/topology/edits'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Topology } from '@/lib/topology/model/topology'
import { beginHistory, closeStep, commit, type History, redo, undo } from './history'
import { forgetPlaces, placeAll } from './placement'

/** The document that is open, with its history. */
export interface OpenDocument {
  /** Which of the locally kept documents it is. */
  readonly id: string
  readonly history: History
}

export function newDocumentId(): string {
  return crypto.randomUUID()
}

export const useDocument = create<OpenDocument>()(() => ({
  id: '',
  history: beginHistory(emptyTopology()),
}))

/** The design as it stands now, for code outside components. */
export function currentTopology(): Topology {
  return useDocument.getState().history.present
}

/** The design as it stands now, or what the selector takes from it. */
export function useTopology(): Topology
export function useTopology<T>(selector: (topology: Topology) => T): T
export function useTopology<T>(selector?: (topology: Topology) => T): T | Topology {
  return useDocument(({ history }) => (selector ? selector(history.present) : history.present))
}

interface EditOptions {
  /** Edits in a row with the same key are one step, until `settle`. */
  readonly merge?: string
  /** Finds the best places for the nodes that the edit adds, whatever places it gives them. */
  readonly replace?: boolean
}

/** Applies an edit as one undo step. Nodes that it adds without a place get one. */
export function edit(change: Edit, { merge, replace = false }: EditOptions = {}): void {
  useDocument.setState(({ history }) => {
    const changed = change(history.present)
    if (changed === history.present) return { history }
    const before = new Set(history.present.nodes.map(({ id }) => id))
    const open = replace ? forgetPlaces(changed, (node) => !before.has(node)) : changed
    return { history: commit(history, placeAll(open), merge) }
  })
}

/** Ends the open step: a field was left, a key was released. */
export function settle(): void {
  update(closeStep)
}

export function undoStep(): void {
  update(undo)
}

export function redoStep(): void {
  update(redo)
}

/** Opens a design as the document with this id; a new one when none is given. Its history begins here. */
export function openDocument(topology: Topology, id: string = newDocumentId()): void {
  useDocument.setState({ id, history: beginHistory(placeAll(topology)) })
}

function update(change: (history: History) => History): void {
  const { history } = useDocument.getState()
  const next = change(history)
  if (next !== history) useDocument.setState({ history: next })
}
