import type { Lookup } from '@/lib/topology/lookup'
import { goodName } from '../good-name'
import type { Finding } from '../rule'
import { classKey, type DesignClass, designClasses, stemsOf } from './design-classes'
import { duplicate, namedFix } from './duplicate-finding'

/** Classes of one name, or called like a class that is derived from another one. */
export function* duplicateClasses(look: Lookup): Generator<Finding> {
  const owners = new Map<string, DesignClass>()
  for (const one of designClasses(look.topology)) {
    const known = owners.get(one.name)
    if (!known) owners.set(one.name, one)
    // Equal names of entities, or of fields side by side, are told as such.
    else if (!isToldAlready(one, known)) yield finding(look, one, known)
  }
  const bases = new Map([...owners.values()].map((one) => [classKey(one.role, one.name), one]))
  for (const one of owners.values()) {
    const owner = stemsOf(one.name)
      .map((stem) => bases.get(stem))
      .find((base) => base !== undefined)
    if (owner) yield finding(look, one, owner)
  }
}

function isToldAlready(one: DesignClass, known: DesignClass): boolean {
  if (one.given !== known.given || one.role !== known.role) return false
  return one.role === 'entity' || one.place.id === known.place.id
}

function finding(look: Lookup, one: DesignClass, known: DesignClass): Finding {
  const name = goodName(look, { ...one, scope: '' }, one.given)
  const fix = name === undefined ? undefined : namedFix(name, one.rename(name))
  return duplicate(one.name, one.place, known.place, fix)
}
