import { currentTopology, edit } from '@/lib/store/document'
import { openPart } from '@/lib/store/selection'
import { addEntity, removeEntity } from '@/lib/topology/edits'
import { freshId, freshName } from '@/lib/topology/fresh'
import type { Entity } from '@/lib/topology/model/entity'
import { closePart } from './focus'
import { focusPlace, tellUndo } from './lists'
import { newEntity } from './new-entity'

/** Adds an entity to a data API and opens it in the inspector. */
export function createEntity(owner: string): void {
  const entity = newEntity(currentTopology(), owner)
  edit(addEntity(entity))
  const place = { part: 'entity', id: entity.id } as const
  openPart(place)
  focusPlace({ ...place, path: ['name'] })
}

/** Removes an entity and goes back to the list, to what came into its place there, or to what adds another one. */
export function deleteEntity({ id, owner, name }: Entity): void {
  const siblings = currentTopology().entities.filter((entity) => entity.owner === owner)
  const index = siblings.findIndex((entity) => entity.id === id)
  const next = siblings[index + 1] ?? siblings[index - 1]
  if (edit(removeEntity(id))) return
  closePart()
  focusPlace(next ? { part: 'entity', id: next.id } : { part: 'node', id: owner, path: ['entities'] })
  tellUndo(name)
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
