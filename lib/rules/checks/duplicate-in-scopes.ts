import { changeAt } from '@/lib/topology/at'
import { filtersOf } from '@/lib/topology/filters'
import { freshName } from '@/lib/topology/fresh'
import { cut } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import { type GivenName, namesIn } from '@/lib/topology/names'
import { screamingCase, serviceName } from '@/lib/topology/naming'
import { renameField } from '@/lib/topology/rename-field'
import { foldName, namesInScopes } from '../name-scopes'
import type { Finding } from '../rule'
import { duplicate, namedFix } from './duplicate-finding'

/** Names that stand side by side and are equal: fields, queues, systems, operations, variables, messages. */
export function* duplicateInScopes(look: Lookup): Generator<Finding> {
  const first = new Map<string, GivenName>()
  const derived = derivedVariables(look)
  for (const given of namesIn(look.topology)) {
    if (given.role === 'variable' && derived.has(given.name)) yield finding(look, given, undefined, derived)
    if (given.scope === '' || given.role === 'entity') continue
    const key = JSON.stringify([given.scope, foldName(given.name)])
    const known = first.get(key)
    if (known) yield finding(look, given, known)
    else first.set(key, given)
  }
  yield* duplicateMessages(look)
}

const NOTHING: ReadonlySet<string> = new Set()

function finding(look: Lookup, given: GivenName, known: GivenName | undefined, more = NOTHING): Finding {
  const taken = new Set([...namesInScopes(look.topology).taken(given), ...more])
  // Upper case is the form of variables, and their scope is folded to lower case.
  const upper = given.role === 'variable'
  const stem = cut(given.name, 36)
  const name = upper ? screamingCase(freshName(fold(taken), foldName(stem))) : freshName(taken, stem)
  return duplicate(given.name, given.place, known?.place, namedFix(name, given.rename(name)))
}

const fold = (names: ReadonlySet<string>) => new Set([...names].map(foldName))

/** The variables that services have by their names: address, token and port. */
function derivedVariables(look: Lookup): ReadonlySet<string> {
  const names = look.services.map((service) => screamingCase(serviceName(look.topology.project, service)))
  return new Set(names.flatMap((name) => ['URL', 'TOKEN', 'PORT'].map((what) => `${name}_${what}`)))
}

function* duplicateMessages(look: Lookup): Generator<Finding> {
  const taken = new Set(look.topology.messages.map(({ name }) => foldName(name)))
  const first = new Map<string, string>()
  for (const { id, name } of look.topology.messages) {
    const known = first.get(foldName(name))
    if (known === undefined) {
      first.set(foldName(name), id)
      continue
    }
    const good = freshName(taken, cut(name, 36))
    taken.add(good)
    const place = { part: 'message', id, path: ['name'] } as const
    yield duplicate(
      name,
      place,
      { part: 'message', id: known },
      namedFix(
        good,
        changeAt(place, () => good),
      ),
    )
  }
}

/** Filters of lists that would have one parameter: the end of a range of one field, equality with another. */
export function* duplicateParameters(look: Lookup): Generator<Finding> {
  for (const { id, fields } of look.topology.entities) {
    const filters = filtersOf({ fields })
    const ranges = new Set(
      filters.filter(({ compare }) => compare !== 'equal').map(({ parameter }) => parameter),
    )
    const taken = new Set([...ranges, ...fields.map(({ name }) => name)])
    for (const { field, compare } of filters) {
      if (compare !== 'equal' || !ranges.has(field.name)) continue
      const index = fields.indexOf(field)
      const name = freshName(taken, `${cut(field.name, 32)}_value`)
      const place = { part: 'entity', id, path: ['fields', index, 'name'] } as const
      yield duplicate(field.name, place, undefined, namedFix(name, renameField(id, index, name)))
    }
  }
}
