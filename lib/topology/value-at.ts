import type { Place } from './at'
import type { Topology } from './model/topology'

/** The value at a place; undefined where there is none. */
export function valueAt(topology: Topology, place: Place): unknown {
  return (place.path ?? []).reduce<unknown>(
    (value, key) => (value as Readonly<Record<string | number, unknown>> | undefined | null)?.[key],
    partAt(topology, place),
  )
}

function partAt(topology: Topology, { part, id }: Place): unknown {
  const same = (item: { readonly id: string }) => item.id === id
  switch (part) {
    case 'project':
      return topology.project
    case 'node':
      return topology.nodes.find(same)
    case 'link':
      return topology.links.find(same)
    case 'entity':
      return topology.entities.find(same)
    case 'message':
      return topology.messages.find(same)
    case 'note':
      return topology.layout?.notes?.find(same)
  }
}
