import { currentTopology, edit, undoStep, useDocument } from '@/lib/store/document'
import { tell, useView } from '@/lib/store/view'
import { listTexts } from '@/lib/text/inspector'
import type { Place } from '@/lib/topology/at'
import { freshId, freshName } from '@/lib/topology/fresh'
import { setAt, valueAt } from './set-at'

/** The items at a place as the document has them now; none where nothing stands. */
function itemsAt(place: Place): readonly unknown[] {
  const value = valueAt(currentTopology(), place)
  return Array.isArray(value) ? value : []
}

/** A place deeper inside a place. */
export function inside(place: Place, ...keys: (string | number)[]): Place {
  return { ...place, path: [...(place.path ?? []), ...keys] }
}

/** Asks the inspector to move the focus to a place. */
export function focusPlace(place: Place): void {
  useView.setState({ focus: place })
}

/** Puts items into a list at an index, as one undo step. */
export function insertItems(place: Place, index: number, added: readonly unknown[]): void {
  const items = itemsAt(place)
  if (added.length > 0) edit(setAt(place, [...items.slice(0, index), ...added, ...items.slice(index)]))
}

/** Moves an item of a list to another index, as one undo step; beyond the ends nothing happens. */
export function moveItem(place: Place, from: number, to: number): boolean {
  const items = itemsAt(place)
  if (to < 0 || to >= items.length || from === to) return false
  const rest = items.filter((_, index) => index !== from)
  edit(setAt(place, [...rest.slice(0, to), items[from], ...rest.slice(to)]))
  return true
}

/** Removes an item, as one undo step, and says how to get it back. */
export function removeItem(place: Place, index: number, name: string): void {
  edit(
    setAt(
      place,
      itemsAt(place).filter((_, other) => other !== index),
    ),
  )
  tellUndo(name)
}

/** Puts a copy of an item after it, with an id and a name of its own; answers the index of the copy. */
export function duplicateItem(place: Place, index: number): number {
  const items = itemsAt(place)
  const item = items[index]
  if (typeof item !== 'object' || item === null) return index
  const copy: Record<string, unknown> = { ...item }
  if (typeof copy.id === 'string') copy.id = freshId(currentTopology(), copy.id)
  if (typeof copy.name === 'string') copy.name = freshName(namesOf(items), copy.name)
  insertItems(place, index + 1, [copy])
  return index + 1
}

/** Says that something is gone, with the way back for as long as it is the last thing that happened. */
export function tellUndo(name: string): void {
  const { present } = useDocument.getState().history
  const undo = () => {
    if (useDocument.getState().history.present === present) undoStep()
    else tell({ text: listTexts.changedSince })
  }
  tell({ text: listTexts.removed(name), action: { label: listTexts.undo, run: undo } })
}

function namesOf(items: readonly unknown[]): ReadonlySet<string> {
  return new Set(items.map((item) => String((item as { readonly name?: unknown }).name)))
}
