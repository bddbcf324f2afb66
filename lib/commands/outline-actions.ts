import { edit } from '@/lib/store/document'
import { select, useSelection } from '@/lib/store/selection'
import { useView } from '@/lib/store/view'
import { type Edit, removeEntity, removeLinks, removeNodes } from '@/lib/topology/edits'
import type { Topology } from '@/lib/topology/model/topology'
import { focusTarget } from './focus'
import type { OutlineItem } from './outline'
import { pageOf } from './pages'
import { setAt } from './set-at'

/** Selects what a line is about, without moving the view or the focus: the canvas and the inspector follow. */
export function followItem(topology: Topology, { target }: OutlineItem): void {
  if (!target) return
  const { part, id = '' } = target
  if (part === 'node') select({ nodes: [id], open: pageOf(topology, target) })
  else if (part === 'link') select({ links: [id] })
  else if (part === 'entity' || part === 'message') {
    const owner = topology.entities.find((entity) => entity.id === id)?.owner
    select({ nodes: owner === undefined ? [] : [owner], open: pageOf(topology, target) })
  }
}

/** Opens what a line is about in the inspector, and takes the focus there. */
export function openItem({ target }: OutlineItem): void {
  if (target) focusTarget(target)
}

/** Takes the focus to the name of what a line is about. */
export function renameItem(topology: Topology, { target }: OutlineItem): void {
  if (!target) return
  const node = target.part === 'node' ? topology.nodes.find(({ id }) => id === target.id) : undefined
  const key = node?.type === 'service' && !target.path ? 'domain' : 'name'
  focusTarget({ ...target, path: [...(target.path ?? []), key] })
}

/** Removes what a line is about, as one step. False where it is nothing that can be removed. */
export function removeItem({ target, finding }: OutlineItem): boolean {
  if (!target || finding || target.part === 'project') return false
  edit(removalOf(target))
  const { nodes, links, open } = useSelection.getState()
  if (!target.path && target.part === 'node') select({ links })
  else if (!target.path && target.part === 'link') select({ nodes })
  else if (open) select({ nodes, links })
  useView.setState({ focus: undefined })
  return true
}

function removalOf(target: NonNullable<OutlineItem['target']>): Edit {
  const { part, id = '', path } = target
  if (path) return setAt(target, undefined)
  if (part === 'node') return removeNodes([id])
  if (part === 'link') return removeLinks([id])
  return part === 'entity' ? removeEntity(id) : removeMessage(id)
}

/** Without the message, and without it in the queues and links that carry it. */
function removeMessage(id: string): Edit {
  const without = <T extends { readonly messages?: readonly string[] | undefined }>(part: T): T =>
    part.messages?.includes(id) ? { ...part, messages: part.messages.filter((other) => other !== id) } : part
  return (topology) => ({
    ...topology,
    messages: topology.messages.filter((message) => message.id !== id),
    nodes: topology.nodes.map((node) => (node.type === 'queue' ? without(node) : node)),
    links: topology.links.map((link) => (link.type === 'publishes' ? without(link) : link)),
  })
}
