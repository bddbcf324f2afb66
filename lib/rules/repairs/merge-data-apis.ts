import { combine, type Edit, removeNodes } from '@/lib/topology/edits'
import { lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Topology } from '@/lib/topology/model/topology'
import { clientsOf, storesOf } from './stores'

/** Moves the entities and links of data APIs to the first one and removes the others with databases of their own. */
export function mergeDataApis(firstId: string, otherIds: readonly string[]): Edit {
  return combine(...otherIds.map((id) => mergeOne(firstId, id)))
}

function mergeOne(firstId: string, otherId: string): Edit {
  return (topology) => {
    const look = lookup(topology)
    if (!look.node(firstId) || !look.node(otherId)) return topology
    const hasStore = storesOf(look, firstId).length > 0
    const superfluous = storesOf(look, otherId)
      .map(({ to }) => to)
      .filter((id) => hasStore && clientsOf(look, id).every(({ from }) => from === otherId))
    const moved: Topology = {
      ...topology,
      links: distinct(topology.links.map((link) => redirect(link, otherId, firstId)).filter(isBetweenTwo)),
      entities: topology.entities.map((entity) =>
        entity.owner === otherId ? { ...entity, owner: firstId } : entity,
      ),
    }
    return removeNodes([otherId, ...superfluous])(moved)
  }
}

function redirect(link: Link, from: string, to: string): Link {
  if (link.from !== from && link.to !== from) return link
  return { ...link, from: link.from === from ? to : link.from, to: link.to === from ? to : link.to }
}

/** What linked the two leads from the one to itself now. */
const isBetweenTwo = ({ from, to }: Link) => from !== to

/** One link of each type between two ends; of calls the one with more access. */
function distinct(links: readonly Link[]): readonly Link[] {
  const kept = new Map<string, Link>()
  for (const link of links) {
    const key = JSON.stringify([link.type, link.from, link.to])
    const known = kept.get(key)
    if (!known) kept.set(key, link)
    else if (known.type === 'calls' && link.type === 'calls' && link.access !== 'read') {
      const { access: _, ...wide } = known
      kept.set(key, wide)
    }
  }
  return [...kept.values()]
}
