import { kindOf } from '@/lib/catalog/catalog'
import type { Text } from '@/lib/rules/rule'
import { currentTopology, edit } from '@/lib/store/document'
import { findRoom, positionsOf } from '@/lib/store/placement'
import { select, selectNothing, useSelection } from '@/lib/store/selection'
import { refusalTexts } from '@/lib/text/commands'
import { addLink, addNode, combine, type Edit, removeLinks, removeNodes } from '@/lib/topology/edits'
import { freshId, freshName } from '@/lib/topology/fresh'
import { lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import { refusalToAdd, takenNames } from './add-node'

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

/** Selected services that may exist twice. */
function copyable(): readonly Service[] {
  const look = lookup(currentTopology())
  return useSelection
    .getState()
    .nodes.map((id) => look.service(id))
    .filter((service): service is Service => service !== undefined)
    .filter((service) => !refusalToAdd(look.topology, kindOf(service)))
}

export function nothingToDuplicate(): Text | undefined {
  return nothingSelected() ?? (copyable().length === 0 ? refusalTexts.onlyServices : undefined)
}

/** Copies the selected services with the links that start at them; the copies are selected. */
export function duplicateSelection(): void {
  const copies: string[] = []
  edit(combine(...copyable().map((service) => copyOf(service, copies))))
  select({ nodes: copies })
}

function copyOf(service: Service, copies: string[]): Edit {
  return (topology) => {
    const id = freshId(topology, service.id)
    copies.push(id)
    const { port: _, ...facts } = { port: undefined, ...service }
    const copy = { ...facts, id, domain: freshName(takenNames(topology), service.domain) } as Service
    const places = positionsOf(topology)
    const place = places.get(service.id) ?? { x: 0, y: 0 }
    const added = addNode(copy, findRoom({ x: place.x, y: place.y }, places))(topology)
    const links = lookup(topology)
      .linksFrom(service.id)
      .map(
        (link): Edit =>
          (next) =>
            addLink({ ...link, id: freshId(next, 'link'), from: id })(next),
      )
    return combine(...links)(added)
  }
}
