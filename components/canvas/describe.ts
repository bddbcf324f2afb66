import { canvasTexts, linkTexts } from '@/lib/text/canvas'
import type { Say } from '@/lib/text/say'
import { lookup } from '@/lib/topology/lookup'
import type { Topology } from '@/lib/topology/model/topology'
import { viewOf } from './node-view'

/** A node in words: its kind, its name and its problems. */
export function describeNode(topology: Topology, id: string, say: Say): string {
  const view = viewOf(topology, id)
  if (!view) return ''
  return [
    say(view.kind.label),
    view.name,
    view.errors > 0 && say(canvasTexts.errors(view.errors)),
    view.warnings > 0 && say(canvasTexts.warnings(view.warnings)),
  ]
    .filter(Boolean)
    .join(', ')
}

/** A link in words: who does what to whom. */
export function describeLink(topology: Topology, id: string, say: Say): string {
  const look = lookup(topology)
  const link = look.link(id)
  if (!link) return ''
  const name = (id: string) => {
    const node = look.node(id)
    return node ? look.nameOf(node) : id
  }
  return `${name(link.from)} ${say(linkTexts[link.type])} ${name(link.to)}`
}
