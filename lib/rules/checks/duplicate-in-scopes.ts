import { changeAt } from '@/lib/topology/at'
import { filtersOf } from '@/lib/topology/filters'
import { cut } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import { type GivenName, namesIn } from '@/lib/topology/names'
import { screamingCase, serviceName } from '@/lib/topology/naming'
import { renameField } from '@/lib/topology/rename-field'
import { goodName } from '../good-name'
import { foldName } from '../name-scopes'
import type { Finding } from '../rule'
import { duplicate, namedFix } from './duplicate-finding'

/** Names that stand side by side and are equal: fields, queues, systems, operations, variables, messages. */
export function* duplicateInScopes(look: Lookup): Generator<Finding> {
  const first = new Map<string, GivenName>()
  const derived = derivedVariables(look)
  for (const given of inOrderOfIds(namesIn(look.topology))) {
    if (given.role === 'variable' && derived.has(given.name)) yield finding(look, given, undefined)
    if (given.scope === '' || given.role === 'entity') continue
    const key = JSON.stringify([given.scope, foldName(given.name)])
    const known = first.get(key)
    if (known) yield finding(look, given, known)
    else first.set(key, given)
  }
  yield* duplicateMessages(look)
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** The order of nodes means nothing, that of fields does. */
function inOrderOfIds(names: readonly GivenName[]): readonly GivenName[] {
  return [...names].sort((a, b) => byId({ id: a.place.id ?? '' }, { id: b.place.id ?? '' }))
}

function finding(look: Lookup, given: GivenName, known: GivenName | undefined): Finding {
  const name = goodName(look, given, given.name)
  const fix = name === undefined ? undefined : namedFix(name, given.rename(name))
  return duplicate(given.name, given.place, known?.place, fix)
}

/** The variables that services have by their names: address, token and port. */
function derivedVariables(look: Lookup): ReadonlySet<string> {
  const names = look.services.map((service) => screamingCase(serviceName(look.topology.project, service)))
  return new Set(names.flatMap((name) => ['URL', 'TOKEN', 'PORT'].map((what) => `${name}_${what}`)))
}

function* duplicateMessages(look: Lookup): Generator<Finding> {
  const taken = new Set(look.topology.messages.map(({ name }) => foldName(name)))
  const first = new Map<string, string>()
  for (const { id, name } of [...look.topology.messages].sort(byId)) {
    const known = first.get(foldName(name))
    if (known === undefined) {
      first.set(foldName(name), id)
      continue
    }
    const good = freshFolded(taken, cut(name, 36))
    taken.add(foldName(good))
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

function freshFolded(taken: ReadonlySet<string>, stem: string): string {
  for (let number = 2; ; number += 1)
    if (!taken.has(foldName(`${stem}_${number}`))) return `${stem}_${number}`
}

/** Filters of lists that would have one parameter: the end of a range of one field, equality with another. */
export function* duplicateParameters(look: Lookup): Generator<Finding> {
  for (const { id, fields } of look.topology.entities) {
    const filters = filtersOf({ fields })
    const ranges = new Set(
      filters.filter(({ compare }) => compare !== 'equal').map(({ parameter }) => parameter),
    )
    for (const { field, compare } of filters) {
      if (compare !== 'equal' || !ranges.has(field.name)) continue
      const index = fields.indexOf(field)
      const place = { part: 'entity', id, path: ['fields', index, 'name'] } as const
      const rename = (next: string) => renameField(id, index, next)
      const named = { role: 'field', place, rename, scope: '' } as const
      const name = goodName(look, named, `${cut(field.name, 32)}_value`)
      yield duplicate(
        field.name,
        place,
        undefined,
        name === undefined ? undefined : namedFix(name, rename(name)),
      )
    }
  }
}
