import type { Text } from '@/lib/rules/rule'
import { currentTopology, edit } from '@/lib/store/document'
import { select, selectNothing, useSelection } from '@/lib/store/selection'
import { openSheet, WIDE } from '@/lib/store/view'
import { refusalTexts } from '@/lib/text/commands'
import { combine, removeLinks, removeNodes, removeNotes } from '@/lib/topology/edits'
import { lookup } from '@/lib/topology/lookup'
import { focusCanvas, focusTarget, isFocusInForm } from './focus'
import { reverseLink } from './reverse-link'

/** Why there is nothing to act on. */
export function nothingSelected(): Text | undefined {
  const { nodes, links } = useSelection.getState()
  return nodes.length + links.length === 0 ? refusalTexts.nothingSelected : undefined
}

/** Removes what is selected, with the links that end there, as one step. */
export function deleteSelection(): void {
  const { nodes, links } = useSelection.getState()
  const isFromForm = isFocusInForm()
  if (edit(combine(removeLinks(links), removeNodes(nodes), removeNotes(nodes)))) return
  selectNothing()
  // The form goes with what it was about; keys are for the drawing again.
  if (isFromForm) focusCanvas()
}

/** Selects everything that stands on the canvas, notes too. */
export function selectAll(): void {
  const topology = currentTopology()
  const all = [...topology.nodes, ...(topology.layout?.notes ?? [])]
  select({ nodes: all.map(({ id }) => id), links: topology.links.map(({ id }) => id) })
}

/** The one node that is selected; undefined where there is none, a note, or several. */
export function onlyNode(): string | undefined {
  const { nodes } = useSelection.getState()
  const [id] = nodes
  return nodes.length === 1 && id !== undefined && lookup(currentTopology()).node(id) ? id : undefined
}

/** Why nothing can be done with the one selected node. */
export function notOneNode(): Text | undefined {
  return onlyNode() === undefined ? refusalTexts.selectOneNode : undefined
}

/** Takes the person to the field that holds the name of what is selected. */
export function renameSelection(): void {
  const id = onlyNode()
  const node = id === undefined ? undefined : lookup(currentTopology()).node(id)
  if (!node) return
  openSheetIfNarrow()
  focusTarget({ part: 'node', id: node.id, path: [node.type === 'service' ? 'domain' : 'name'] })
}

/** Turns the selected links round. */
export function reverseSelection(): void {
  for (const id of useSelection.getState().links) reverseLink(id)
}

/** Why there is no link to turn. */
export function noLinkSelected(): Text | undefined {
  return useSelection.getState().links.length === 0 ? refusalTexts.noLinkSelected : undefined
}

/** Under the width at which the inspector has room of its own it is a sheet, which has to be opened. */
function openSheetIfNarrow(): void {
  if (!matchMedia(WIDE).matches) openSheet('inspector')
}
