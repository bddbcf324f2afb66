import type { Target } from '@/lib/rules/rule'
import { currentTopology } from '@/lib/store/document'
import { openPart, select, selectNothing, useSelection } from '@/lib/store/selection'
import { useView } from '@/lib/store/view'
import { lookup } from '@/lib/topology/lookup'
import { pageOf } from './pages'

/** Brings what a finding is about into view, selects it, opens its part and its field in the inspector. */
export function focusTarget(target: Target): void {
  const topology = currentTopology()
  const look = lookup(topology)
  const { part, id = '' } = target
  const open = pageOf(topology, target)
  const link = part === 'link' ? look.link(id) : undefined
  const home = homeOf(target)
  if (link) {
    select({ links: [id] })
    show([link.from, link.to])
  } else if (home !== undefined) {
    select({ nodes: [home], open })
    show([home])
  } else if (open) {
    select({ open })
  } else {
    selectNothing()
  }
  useView.setState({ focus: target })
}

/** Goes from the open part back to where it is listed; false where nothing was open. */
export function closePart(): boolean {
  const { open } = useSelection.getState()
  if (!open) return false
  openPart(undefined)
  useView.setState({ focus: open })
  return true
}

/** The node that a part is shown with: itself, the owner of an entity, a queue that carries a message. */
function homeOf({ part, id = '' }: Target): string | undefined {
  const look = lookup(currentTopology())
  if (part === 'node') return look.node(id)?.id
  if (part === 'entity') return look.node(look.entity(id)?.owner ?? '')?.id
  if (part !== 'message') return undefined
  const queues = look.topology.nodes.filter((node) => node.type === 'queue' && node.messages.includes(id))
  const selected = useSelection.getState().nodes
  return (queues.find((queue) => selected.includes(queue.id)) ?? queues[0])?.id
}

function show(ids: readonly string[]): void {
  const look = lookup(currentTopology())
  useView.getState().canvas?.show(ids.filter((id) => look.node(id)))
}

/** Takes the keyboard to the drawing: to what is selected there, else to the drawing itself. */
export function focusCanvas(): void {
  const canvas = document.querySelector<HTMLElement>('#canvas')
  const node = canvas?.querySelector<HTMLElement>('.react-flow__node.selected') ?? canvas
  node?.focus({ preventScroll: true })
}

/** Whether the keyboard is in the form of what is selected. */
export function isFocusInForm(): boolean {
  return globalThis.document?.activeElement?.closest('[data-inspector]') != null
}

/** The key of a field in the page: what carries it can be found and focused. */
export function fieldKey(target: Target): string {
  return [target.part, target.id ?? '', ...(target.path ?? [])].join('/')
}
