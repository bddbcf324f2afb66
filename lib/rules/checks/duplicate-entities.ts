import { changeEntity } from '@/lib/topology/edits'
import { cut } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import type { GivenName } from '@/lib/topology/names'
import { pluralName } from '@/lib/topology/naming'
import { renameEntity } from '@/lib/topology/rename-operation'
import { goodName } from '../good-name'
import { foldName } from '../name-scopes'
import type { Finding } from '../rule'
import { duplicate, namedFix } from './duplicate-finding'

/** Entities of one name or one plural, and plurals that are the name of an entity: one word, one thing. */
export function* duplicateEntities(look: Lookup): Generator<Finding> {
  const entities = [...look.topology.entities].sort(byName)
  const owners = new Map<string, string>()
  const renamed = new Set<string>()
  for (const { id, name } of entities) {
    const known = owners.get(foldName(name))
    if (known === undefined) owners.set(foldName(name), id)
    else {
      renamed.add(id)
      const rename = (next: string) => renameEntity(id, 'name', next)
      yield finding(look, { role: 'entity', name, place: at(id, 'name'), rename }, known, name)
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
    const rename = (next: string) => changeEntity(entity.id, { plural: next })
    const named = { role: 'plural', name: plural, place: at(entity.id, 'plural'), rename } as const
    yield finding(look, named, known, `${cut(entity.name, 30)}_items`)
  }
}

type Named = Pick<GivenName, 'role' | 'name' | 'place' | 'rename'>

function finding(look: Lookup, named: Named, known: string, stem: string): Finding {
  const good = goodName(look, { ...named, scope: '' }, stem)
  const fix = good === undefined ? undefined : namedFix(good, named.rename(good))
  return duplicate(named.name, named.place, { part: 'entity', id: known }, fix)
}

const at = (id: string, key: string) => ({ part: 'entity', id, path: [key] }) as const

function byName(a: Entity, b: Entity): number {
  return key(a) < key(b) ? -1 : 1
}

const key = ({ name, id }: Entity) => `${name}\u0000${id}`
