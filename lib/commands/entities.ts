import { currentTopology, edit } from '@/lib/store/document'
import { openPart } from '@/lib/store/selection'
import { addEntity } from '@/lib/topology/edits'
import { freshId, freshName } from '@/lib/topology/fresh'
import type { Entity } from '@/lib/topology/model/entity'
import type { Topology } from '@/lib/topology/model/topology'
import { focusPlace } from './lists'

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

/** Adds an entity to a data API and opens it in the inspector. */
export function createEntity(owner: string): void {
  const entity = newEntity(currentTopology(), owner)
  edit(addEntity(entity))
  const place = { part: 'entity', id: entity.id } as const
  openPart(place)
  focusPlace({ ...place, path: ['name'] })
}

/** Puts a copy of an entity beside it, with a name of its own, and opens it; references to it stay where they are. */
export function duplicateEntity(id: string): void {
  const topology = currentTopology()
  const entity = topology.entities.find((candidate) => candidate.id === id)
  if (!entity) return
  const { plural: _, ...facts } = entity
  const taken = new Set(topology.entities.map(({ name }) => name))
  const copy = { ...facts, id: freshId(topology, id), name: freshName(taken, entity.name) }
  edit(addEntity(copy))
  const place = { part: 'entity', id: copy.id } as const
  openPart(place)
  focusPlace({ ...place, path: ['name'] })
}
