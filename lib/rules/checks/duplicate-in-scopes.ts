import { changeAt } from '@/lib/topology/at'
import { filtersOf } from '@/lib/topology/filters'
import { cut } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import { type GivenName, namesByPart } from '@/lib/topology/names'
import { perItem } from '@/lib/topology/per-item'
import { renameField } from '@/lib/topology/rename-field'
import { goodName } from '../good-name'
import { foldMessage, foldName } from '../name-scopes'
import type { Finding } from '../rule'
import { duplicate, namedFix } from './duplicate-finding'
import { derivedVariables } from './variables'

/** Names that stand side by side and are equal: fields, queues, systems, operations, variables, messages. */
export function* duplicateInScopes(look: Lookup): Generator<Finding> {
  const parts = namesByPart(look.topology)
  for (const twins of twinsIn(parts)) for (const [given, other] of twins) yield finding(look, given, other)
  const shared = sharedIn(parts)
    .flat()
    .sort((a, b) => compare(a.place.id ?? '', b.place.id ?? ''))
  for (const [given, other] of findTwins(shared)) yield finding(look, given, other)
  const variables = shared.filter(({ role }) => role === 'variable')
  const derived: ReadonlySet<string> = variables.length > 0 ? derivedVariables(look) : new Set()
  for (const given of variables) if (derived.has(given.name)) yield finding(look, given, undefined)
  yield* duplicateMessages(look)
}

type Twins = readonly (readonly [given: GivenName, other: GivenName])[]

/** Scopes that reach over the parts of a design; the names of entities have a rule of their own kind. */
const SHARED: ReadonlySet<string> = new Set(['queues', 'externals', 'variables'])

const twinsIn = perItem((names: readonly GivenName[]) =>
  findTwins(names.filter(({ scope }) => scope !== '' && scope !== 'entities' && !SHARED.has(scope))),
)

const sharedIn = perItem((names: readonly GivenName[]) => names.filter(({ scope }) => SHARED.has(scope)))

function findTwins(names: readonly GivenName[]): Twins {
  const first = new Map<string, GivenName>()
  const twins: [GivenName, GivenName][] = []
  for (const given of names) {
    const key = `${given.scope}\u0000${foldName(given.name)}`
    const known = first.get(key)
    if (known) twins.push([given, known])
    else first.set(key, given)
  }
  return twins
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function finding(look: Lookup, given: GivenName, known: GivenName | undefined): Finding {
  const name = goodName(look, given, given.name)
  const fix = name === undefined ? undefined : namedFix(name, given.rename(name))
  return duplicate(given.name, given.place, known?.place, fix)
}

function* duplicateMessages(look: Lookup): Generator<Finding> {
  const taken = new Set(look.topology.messages.map(({ name }) => foldMessage(name)))
  const first = new Map<string, string>()
  for (const { id, name } of [...look.topology.messages].sort((a, b) => compare(a.id, b.id))) {
    const known = first.get(foldMessage(name))
    if (known === undefined) {
      first.set(foldMessage(name), id)
      continue
    }
    const good = freshFolded(taken, cut(name, 36))
    taken.add(foldMessage(good))
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
    if (!taken.has(foldMessage(`${stem}_${number}`))) return `${stem}_${number}`
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
