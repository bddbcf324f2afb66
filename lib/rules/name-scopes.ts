import type { Topology } from '@/lib/topology/model/topology'
import { fieldScope, type GivenName, namesIn } from '@/lib/topology/names'
import { pluralName } from '@/lib/topology/naming'

/** The names that have to differ from one another, folded as a file system without case folds them. */
export interface NameScopes {
  /** What a new name for this one must not be. */
  readonly taken: (given: Pick<GivenName, 'role' | 'place' | 'scope'>) => ReadonlySet<string>
}

const NOTHING: ReadonlySet<string> = new Set()
const known = new WeakMap<Topology, NameScopes>()

/** The scopes of a design's names; found once for each immutable document. */
export function namesInScopes(topology: Topology): NameScopes {
  const scopes = known.get(topology) ?? collect(topology)
  known.set(topology, scopes)
  return scopes
}

function collect(topology: Topology): NameScopes {
  const scopes = new Map<string, Set<string>>()
  const add = (scope: string, name: string) => {
    const names = scopes.get(scope) ?? new Set()
    scopes.set(scope, names.add(name))
  }
  for (const { scope, name } of namesIn(topology)) if (scope) add(scope, foldName(name))
  for (const entity of topology.entities) add('entities', foldName(pluralName(entity)))
  return { taken: (given) => scopes.get(scopeOfName(given)) ?? NOTHING }
}

function scopeOfName({ role, place, scope }: Pick<GivenName, 'role' | 'place' | 'scope'>): string {
  if (role === 'plural' || role === 'entity') return 'entities'
  return role === 'field' ? fieldScope({ ...place, path: (place.path ?? []).slice(0, -2) }) : scope
}

/** Two names with the same fold would be one file on some machines. */
export function foldName(name: string): string {
  return name.toLowerCase()
}

/** A message as one word: two messages of one fold would be one class, `LoanApplied`. */
export function foldMessage(name: string): string {
  return foldName(name).replaceAll('.', '_')
}
