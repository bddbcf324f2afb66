import { freshId, freshName } from '@/lib/topology/fresh'
import type { Entity } from '@/lib/topology/model/entity'
import type { Topology } from '@/lib/topology/model/topology'

/** A new entity of a data API with one field, complete enough to be generated. */
export function newEntity(topology: Topology, owner: string): Entity {
  const taken = new Set(topology.entities.map(({ name }) => name))
  return {
    id: freshId(topology, 'entity'),
    owner,
    name: freshName(taken, 'item'),
    fields: [{ name: 'title', type: 'string' }],
  }
}
