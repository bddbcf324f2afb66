import { kindOf } from '@/lib/catalog/catalog'
import type { Kind } from '@/lib/catalog/kind'
import type { Origin } from '@/lib/generator/project'
import type { Text } from '@/lib/rules/rule'
import { exploreTexts } from '@/lib/text/explore'
import { text } from '@/lib/text/text'
import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { Topology } from '@/lib/topology/model/topology'

/** What a part of a design is called. */
export function placeWords(topology: Topology, place: Origin): Text {
  const look = lookup(topology)
  const name = nameOf(look, place)
  return name === undefined ? exploreTexts.wholeProject : text(name, name)
}

function nameOf(look: Lookup, { part, id = '', path }: Origin): string | undefined {
  if (part === 'entity') {
    const entity = look.entity(id)
    const field = path?.[0] === 'fields' ? entity?.fields[Number(path[1])] : undefined
    return field ? `${entity?.name}.${field.name}` : entity?.name
  }
  if (part === 'link') {
    const link = look.link(id)
    return link && `${nodeName(look, link.from)} → ${nodeName(look, link.to)}`
  }
  if (part === 'message') return look.message(id)?.name
  return part === 'node' ? nodeName(look, id) : undefined
}

function nodeName(look: Lookup, id: string): string {
  const node = look.node(id)
  return node ? look.nameOf(node) : id
}

/** The kind of node that a part belongs to, for its colour. */
export function placeKind(topology: Topology, { part, id = '' }: Origin): Kind | undefined {
  const look = lookup(topology)
  const owner = part === 'entity' ? look.entity(id)?.owner : part === 'link' ? look.link(id)?.to : id
  const node = part === 'project' || part === 'message' ? undefined : look.node(owner ?? '')
  return node && kindOf(node)
}
