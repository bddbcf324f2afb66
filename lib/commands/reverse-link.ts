import { kindOf } from '@/lib/catalog/catalog'
import { meantLinkType, newLink } from '@/lib/catalog/links'
import { edit } from '@/lib/store/document'
import { lookup } from '@/lib/topology/lookup'

/** Turns a link round; its type becomes what is meant in that direction. */
export function reverseLink(id: string): void {
  edit((topology) => {
    const look = lookup(topology)
    const link = look.link(id)
    const [from, to] = link ? [look.node(link.to), look.node(link.from)] : []
    if (!from || !to) return topology
    const turned = newLink(id, meantLinkType(kindOf(from), kindOf(to)), from.id, to.id)
    return { ...topology, links: topology.links.map((other) => (other.id === id ? turned : other)) }
  })
}
