import { create } from 'zustand'
import type { ReadProblem } from '@/lib/share/result'
import type { Edit } from '@/lib/topology/edits'
import { emptyTopology } from '@/lib/topology/fresh'
import type { Text } from '@/lib/topology/model/basics'
import type { Topology } from '@/lib/topology/model/topology'
import { plainZeros } from '@/lib/topology/plain-zeros'
import { keepPorts } from '@/lib/topology/ports'
import { refusedIn } from './admit'
import { addCheckpoint, beforeName, type Checkpoint, takesMuchAway } from './checkpoint'
import { beginHistory, closeStep, commit, type History, jump, redo, undo } from './history'
import { forgetPlaces, placeAll } from './placement'
import { announce, tell, useView } from './view'
import { storeWords } from './words'

/** The document that is open, with its history. */
export interface OpenDocument {
  /** Which of the locally kept documents it is. */
  readonly id: string
  readonly history: History
  /** Versions kept by name, the newest first. */
  readonly checkpoints: readonly Checkpoint[]
  /** Why nothing may be changed here now; undefined where it may. */
  readonly readOnly: Text | undefined
}

export function newDocumentId(): string {
  return crypto.randomUUID()
}

export const useDocument = create<OpenDocument>()(() => ({
  id: '',
  history: beginHistory(emptyTopology()),
  checkpoints: [],
  readOnly: undefined,
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
  /** What the step is called in the history, where the difference of the documents does not say it better. */
  readonly label?: Text
  /** Keeps the document before as a checkpoint; needs a label. What takes many nodes away does it by itself. */
  readonly checkpoint?: boolean
}

/**
 * Applies an edit as one undo step. Nodes that it adds without a place get one, and no port moves because of them. What the format does not allow is
 * not taken: nothing changes, the person is told, and the reason is the answer.
 */
export function edit(change: Edit, options: EditOptions = {}): Text | undefined {
  const { history, readOnly } = useDocument.getState()
  if (readOnly) return refuse(readOnly)
  const changed = change(history.present)
  if (changed === history.present) return undefined
  const kept = keepPorts(history.present, changed)
  const placed = plainZeros(placeAll(options.replace ? withoutNewPlaces(history.present, kept) : kept))
  const problem = refusedIn(placed)
  if (problem) return refuse(wordsOf(problem))
  useDocument.setState(({ checkpoints }) => ({
    history: commit(history, placed, options),
    checkpoints: keepBefore(checkpoints, history.present, placed, options),
  }))
  return undefined
}

/** Ends the open step: a field was left, a key was released. */
export function settle(): void {
  update(closeStep)
}

export function undoStep(): void {
  change(undo)
}

export function redoStep(): void {
  change(redo)
}

/** Goes to the version with this number, the oldest being 0; every other one stays in the history. */
export function jumpTo(at: number): void {
  change((history) => jump(history, at))
}

/** Keeps the present document by name. */
export function makeCheckpoint(name: Text, byHand = true): void {
  const { readOnly, history } = useDocument.getState()
  if (readOnly) refuse(readOnly)
  else
    useDocument.setState(({ checkpoints }) => ({
      checkpoints: addCheckpoint(checkpoints, history.present, name, byHand),
    }))
}

export function removeCheckpoint(id: string): void {
  const { readOnly } = useDocument.getState()
  if (readOnly) refuse(readOnly)
  else
    useDocument.setState(({ checkpoints }) => ({ checkpoints: checkpoints.filter((one) => one.id !== id) }))
}

/** Makes the document of a checkpoint the present one, as a step that can be undone. */
export function restoreCheckpoint(id: string): void {
  const found = useDocument.getState().checkpoints.find((checkpoint) => checkpoint.id === id)
  if (!found) return
  settle()
  const label = { en: `Restore: ${found.name.en}`, ru: `Восстановление: ${found.name.ru}` }
  edit(() => found.topology, { label, checkpoint: true })
}

/** Opens a design as the document with this id; a new one when none is given. Its history begins here. */
export function openDocument(topology: Topology, id: string = newDocumentId()): void {
  const history = beginHistory(plainZeros(placeAll(topology)))
  useDocument.setState({ id, history, checkpoints: [], readOnly: undefined })
}

function keepBefore(
  checkpoints: readonly Checkpoint[],
  before: Topology,
  after: Topology,
  { label, checkpoint }: EditOptions,
): readonly Checkpoint[] {
  if (checkpoint && label) return addCheckpoint(checkpoints, before, beforeName(label), false)
  if (!takesMuchAway(before, after)) return checkpoints
  return addCheckpoint(checkpoints, before, beforeName(label ?? storeWords.beforeDeleting), false)
}

function withoutNewPlaces(before: Topology, changed: Topology): Topology {
  const known = new Set(before.nodes.map(({ id }) => id))
  return forgetPlaces(changed, (node) => !known.has(node))
}

function wordsOf({ path, message }: ReadProblem): Text {
  const key = path.findLast((step) => typeof step === 'string')
  const place = key === undefined ? '' : `${key}: `
  return { en: place + message.en, ru: place + message.ru }
}

/** Tells that nothing was changed, and why; the reason is the answer. */
function refuse(why: Text): Text {
  tell({ text: storeWords.notChanged, detail: why })
  announce(why[useView.getState().locale])
  return why
}

function change(next: (history: History) => History): void {
  const { readOnly } = useDocument.getState()
  if (readOnly) refuse(readOnly)
  else update(next)
}

function update(next: (history: History) => History): void {
  const { history } = useDocument.getState()
  const changed = next(history)
  if (changed !== history) useDocument.setState({ history: changed })
}
