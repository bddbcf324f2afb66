import { cut, isName, MAX_IDENTIFIER, slug } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import type { GivenName, NameRole } from '@/lib/topology/names'
import { screamingCase } from '@/lib/topology/naming'
import { clashesOf, hasFreeClass } from './checks/entity-clashes'
import { isReservedName } from './checks/reserved'
import { derivedVariables } from './checks/variables'
import { foldName, namesInScopes } from './name-scopes'

const TRIES = 50

/**
 * A name close to the stem that breaks no rule of names where this one
 * stands: the stem itself, or the stem with a number. Undefined where none was
 * found soon.
 */
export function goodName(
  look: Lookup,
  given: Pick<GivenName, 'role' | 'place' | 'rename' | 'scope'>,
  stem: string,
): string | undefined {
  const taken = takenNames(look, given)
  const first = given.role === 'variable' || isName(stem) ? stem : slug(stem, given.role)
  const short = cut(first, MAX_IDENTIFIER - 3)
  for (let number = 1; number <= TRIES; number += 1) {
    const name = numbered(given.role, number === 1 ? first : short, number)
    if (taken.has(foldName(name)) || isReservedName(given.role, given.place, name)) continue
    if (keepsTheRest(look, given, name)) return name
  }
  return undefined
}

function numbered(role: NameRole, stem: string, number: number): string {
  const name = number === 1 ? stem : `${stem}_${number}`
  return role === 'variable' ? screamingCase(name) : name
}

/** Folded names that this one must differ from. */
function takenNames(look: Lookup, given: Pick<GivenName, 'role' | 'place' | 'scope'>): ReadonlySet<string> {
  const taken = namesInScopes(look.topology).taken(given)
  if (given.role === 'project') return new Set(servicesOf(look).map(foldName))
  if (given.role !== 'variable') return taken
  const derived = [...derivedVariables(look)].map(foldName)
  return new Set([...taken, ...derived])
}

/** A new name of an entity or a field also names classes, tables, paths and parameters. */
function keepsTheRest(
  look: Lookup,
  given: Pick<GivenName, 'role' | 'place' | 'rename'>,
  name: string,
): boolean {
  const was = given.place.part === 'entity' ? look.entity(given.place.id ?? '') : undefined
  if (!was) return true
  // Alone in a design of its own the entity is renamed at once, however large the rest is.
  const alone = { ...look.topology, nodes: [], links: [], messages: [], entities: [was] }
  const [next = was] = given.rename(name)(alone).entities
  if (given.role === 'entity' && !hasFreeClass(look.topology, next, was)) return false
  const before = clashesOf(look.topology, was, was)
  return clashesOf(look.topology, next, was).every((clashes, index) => clashes <= (before[index] ?? 0))
}

function servicesOf(look: Lookup): readonly string[] {
  return look.services.map((service) => look.nameOf(service))
}
