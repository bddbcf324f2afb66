import type { Text } from '@/lib/rules/rule'
import { currentTopology, edit } from '@/lib/store/document'
import { select, selectNothing, useSelection } from '@/lib/store/selection'
import { refusalTexts } from '@/lib/text/commands'
import { combine, removeLinks, removeNodes } from '@/lib/topology/edits'

/** Why there is nothing to act on. */
export function nothingSelected(): Text | undefined {
  const { nodes, links } = useSelection.getState()
  return nodes.length + links.length === 0 ? refusalTexts.nothingSelected : undefined
}

/** Removes what is selected, with the links that end there, as one step. */
export function deleteSelection(): void {
  const { nodes, links } = useSelection.getState()
  edit(combine(removeLinks(links), removeNodes(nodes)))
  selectNothing()
}

export function selectAll(): void {
  const topology = currentTopology()
  select({ nodes: topology.nodes.map(({ id }) => id), links: topology.links.map(({ id }) => id) })
}
