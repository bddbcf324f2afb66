import { complete } from '@/lib/rules/complete'
import type { Text } from '@/lib/rules/rule'
import { readPasted, writeFragment } from '@/lib/share/clipboard'
import { currentTopology, edit } from '@/lib/store/document'
import type { Point } from '@/lib/store/placement'
import { select, selectNothing, useSelection } from '@/lib/store/selection'
import { openAsNew, reportFault } from '@/lib/store/session'
import { announce, tell } from '@/lib/store/view'
import { clipboardTexts } from '@/lib/text/clipboard'
import { refusalTexts } from '@/lib/text/commands'
import { say } from '@/lib/text/say'
import { text } from '@/lib/text/text'
import type { Fragment } from '@/lib/topology/fragment/fragment'
import { type Inserted, insert } from '@/lib/topology/fragment/insert'
import { take } from '@/lib/topology/fragment/take'
import { lookup } from '@/lib/topology/lookup'
import type { Topology } from '@/lib/topology/model/topology'
import { tellOpened } from './designs'
import { deleteSelection } from './edit-selection'
import { openText } from './files'
import { shiftBeside, shiftTo } from './landing'

/** What was copied last in this window, for browsers that let no page read the clipboard. */
let copied = ''

/** Why there is nothing to copy: links alone are nothing without their nodes. */
export function nothingToCopy(): Text | undefined {
  return useSelection.getState().nodes.length === 0 ? refusalTexts.noNodeSelected : undefined
}

/** The selection as text for the clipboard; it is remembered, too. */
export function copySelection(): string {
  const { nodes } = useSelection.getState()
  const fragment = take(currentTopology(), nodes)
  copied = writeFragment(fragment)
  announce(say(clipboardTexts.copied(fragment.nodes.length, fragment.notes.length)))
  return copied
}

/** As copying, and the selection goes: one undo step. */
export function cutSelection(): string {
  const content = copySelection()
  deleteSelection()
  return content
}

/** Puts the selection on the clipboard, from a menu. */
export async function copyToClipboard(content: string): Promise<void> {
  // Where the browser refuses, pasting in this window still works from memory.
  await navigator.clipboard?.writeText(content).catch(() => {})
}

/** Pastes what the clipboard holds, or what was copied last where it must not be read. */
export async function pasteFromClipboard(at?: Point): Promise<void> {
  const content = await navigator.clipboard?.readText().catch(() => undefined)
  pasteText(content ?? copied, at)
}

/**
 * Pastes a text: parts of a design are put at the pointer, or beside where they came from; a whole design or its link
 * opens as a new document, and what cannot be opened of it is said as for a file; anything else changes nothing.
 */
export function pasteText(content: string, at?: Point): void {
  const pasted = readPasted(content)
  if (pasted.is === 'fragment') {
    const { fragment } = pasted
    const topology = currentTopology()
    put(fragment, at ? shiftTo(topology, fragment, at) : shiftBeside(topology, fragment), PASTED)
  } else if (pasted.is === 'design') {
    openAsNew(pasted.topology)
    tellOpened(text(pasted.topology.project.name, pasted.topology.project.name))
  } else if (pasted.is === 'document') openText(content)
  else if (pasted.is === 'broken-link' && content.trim().startsWith(location.origin)) reportFault(pasted)
  else tell({ text: pasted.is === 'nothing' ? clipboardTexts.empty : clipboardTexts.foreign })
}

/** Why the selection cannot be there twice. */
export function nothingToDuplicate(): Text | undefined {
  const refusal = nothingToCopy()
  if (refusal) return refusal
  const { nodes } = useSelection.getState()
  const topology = currentTopology()
  const { nodes: added, notes } = insert(topology, take(topology, nodes), { x: 0, y: 0 })
  return added.length + notes.length === 0 ? refusalTexts.onlyOnce : undefined
}

/** Puts a copy of the selection beside it. */
export function duplicateSelection(): void {
  const topology = currentTopology()
  const fragment = take(topology, useSelection.getState().nodes)
  put(fragment, shiftBeside(topology, fragment), DUPLICATED)
}

/** Puts a copy of these nodes and notes so far from where they stand. */
export function duplicateBy(ids: readonly string[], shift: Point): void {
  put(take(currentTopology(), ids), shift, DUPLICATED)
}

/** What is said of a fragment that came in: as a step of the history, and once it is there. */
interface Words {
  readonly label: Text
  readonly done: (nodes: number, notes: number) => Text
}

const PASTED: Words = { label: clipboardTexts.pasting, done: clipboardTexts.pasted }
const DUPLICATED: Words = { label: clipboardTexts.duplicating, done: clipboardTexts.duplicated }

/** Puts a fragment into the design as one step, and selects what is new. */
function put(fragment: Fragment, shift: Point, { label, done }: Words): void {
  const topology = currentTopology()
  const inserted = insert(topology, fragment, shift)
  if (inserted.topology === topology || isNothing(inserted, topology)) {
    tell({ text: clipboardTexts.nothingNew, ...detailOf(inserted) })
    return
  }
  const completed = complete(inserted.topology, inserted.nodes)(inserted.topology)
  if (edit(() => completed, { label })) return
  const added = [...inserted.nodes, ...inserted.notes]
  if (added.length > 0) select({ nodes: added })
  else selectNothing()
  const words = done(inserted.nodes.length, inserted.notes.length)
  announce(say(words))
  if (inserted.merged.length + inserted.lost > 0) tell({ text: words, ...detailOf(inserted) })
}

function isNothing({ topology: { nodes, links, entities, layout } }: Inserted, before: Topology): boolean {
  return (
    nodes.length === before.nodes.length &&
    links.length === before.links.length &&
    entities.length === before.entities.length &&
    layout?.notes?.length === before.layout?.notes?.length
  )
}

/** What a person would look for and not find, in a sentence each. */
function detailOf({ topology, merged, entities, lost }: Inserted): { readonly detail?: Text } {
  const look = lookup(topology)
  const names = merged.flatMap((id) => look.node(id) ?? []).map((node) => look.nameOf(node))
  const told = [
    ...(names.length > 0 ? [clipboardTexts.there(names)] : []),
    ...(entities.length > 0 ? [clipboardTexts.entitiesAdded(entities.length)] : []),
    ...(lost > 0 ? [clipboardTexts.lost(lost)] : []),
  ]
  if (told.length === 0) return {}
  return { detail: text(told.map(({ en }) => en).join(' '), told.map(({ ru }) => ru).join(' ')) }
}
