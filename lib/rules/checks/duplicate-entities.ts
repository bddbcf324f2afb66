import { changeEntity } from '@/lib/topology/edits'
import { freshName } from '@/lib/topology/fresh'
import { cut } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import { pluralName } from '@/lib/topology/naming'
import { foldName } from '../name-scopes'
import type { Finding } from '../rule'
import { duplicate, namedFix } from './duplicate-finding'

/** Entities of one name or one plural, and plurals that are the name of an entity: one word, one thing. */
export function* duplicateEntities(look: Lookup): Generator<Finding> {
  const entities = [...look.topology.entities].sort(byName)
  const taken = new Set(entities.flatMap((entity) => [foldName(entity.name), foldName(pluralName(entity))]))
  const owners = new Map<string, string>()
  const renamed = new Set<string>()
  for (const { id, name } of entities) {
    const known = owners.get(foldName(name))
    if (known === undefined) owners.set(foldName(name), id)
    else {
      renamed.add(id)
      const good = freshName(taken, cut(name, 30))
      taken.add(good)
      const fix = namedFix(good, changeEntity(id, { name: good }))
      yield duplicate(name, at(id, 'name'), { part: 'entity', id: known }, fix)
    }
  }
  for (const entity of entities) {
    // A derived plural follows the new name of its entity.
    if (entity.plural === undefined && renamed.has(entity.id)) continue
    const plural = pluralName(entity)
    const known = owners.get(foldName(plural))
    if (known === undefined) {
      owners.set(foldName(plural), entity.id)
      continue
    }
    const good = freshName(taken, `${cut(entity.name, 30)}_items`)
    taken.add(good)
    const fix = namedFix(good, changeEntity(entity.id, { plural: good }))
    yield duplicate(plural, at(entity.id, 'plural'), { part: 'entity', id: known }, fix)
  }
}

const at = (id: string, key: string) => ({ part: 'entity', id, path: [key] }) as const

function byName(a: Entity, b: Entity): number {
  return key(a) < key(b) ? -1 : 1
}

const key = ({ name, id }: Entity) => `${name}\u0000${id}`
