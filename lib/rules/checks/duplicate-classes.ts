import { changeAt } from '@/lib/topology/at'
import { entityClass, innerClasses } from '@/lib/topology/class-names'
import { changeEntity, type Edit } from '@/lib/topology/edits'
import { freshName } from '@/lib/topology/fresh'
import { cut } from '@/lib/topology/identifiers'
import type { Lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import { pluralName } from '@/lib/topology/naming'
import { renameField } from '@/lib/topology/rename-field'
import { CLASS_PREFIXES, CLASS_SUFFIXES } from '@/lib/topology/reserved'
import { foldName } from '../name-scopes'
import type { Finding, Target } from '../rule'
import { duplicate, namedFix } from './duplicate-finding'

/** A class that a design brings, with the place of the name that it comes from. */
export interface DesignClass {
  readonly name: string
  readonly place: Target
  /** The name in the design, how to change it, and the names beside it. */
  readonly given: string
  readonly rename: (name: string) => Edit
  readonly taken: ReadonlySet<string>
}

/** Every class of a design: of entities first, then of what is inside them. */
export function designClasses(look: Lookup): readonly DesignClass[] {
  const { entities } = look.topology
  const names = new Set(entities.flatMap((entity) => [foldName(entity.name), foldName(pluralName(entity))]))
  return [
    ...entities.map((entity) => ofEntity(entity, names)),
    ...entities.flatMap((entity) => innerClasses(entity).map((inner) => ofField(entity, inner))),
  ]
}

function ofEntity(entity: Entity, taken: ReadonlySet<string>): DesignClass {
  return {
    name: entityClass(entity),
    place: { part: 'entity', id: entity.id, path: ['name'] },
    given: entity.name,
    rename: (name) => changeEntity(entity.id, { name }),
    taken,
  }
}

type Inner = ReturnType<typeof innerClasses>[number]

function ofField(entity: Entity, { name, path }: Inner): DesignClass {
  // What a list holds has no name of its own: the field of the list has.
  const own = path.slice(0, path.findLastIndex((key) => typeof key === 'number') + 1)
  const place: Target = { part: 'entity', id: entity.id, path: [...own, 'name'] }
  const [, index] = own
  const rename = (next: string) =>
    own.length === 2 && typeof index === 'number'
      ? renameField(entity.id, index, next)
      : changeAt(place, () => next)
  const siblings = fieldsAt(entity, own.slice(0, -1))
  const given = siblings[Number(own.at(-1))]?.name ?? ''
  return { name, place, given, rename, taken: new Set(siblings.map((field) => foldName(field.name))) }
}

function fieldsAt(entity: Entity, path: readonly (string | number)[]): readonly { readonly name: string }[] {
  let value: unknown = entity
  for (const key of path) value = (value as Readonly<Record<string | number, unknown>>)[key]
  return value as readonly { readonly name: string }[]
}

/** Classes of one name, or called like a class that is derived from another one. */
export function* duplicateClasses(look: Lookup): Generator<Finding> {
  const owners = new Map<string, DesignClass>()
  const doubled: [DesignClass, DesignClass][] = []
  for (const one of designClasses(look)) {
    const known = owners.get(one.name)
    if (!known) owners.set(one.name, one)
    // Equal names of entities, or of fields side by side, are told as such.
    else if (known.given !== one.given || known.taken !== one.taken) doubled.push([one, known])
  }
  for (const [one, known] of doubled) yield finding(one, known, owners)
  for (const one of owners.values()) {
    const base = baseOf(one.name, owners)
    if (base) yield finding(one, base, owners)
  }
}

function finding(one: DesignClass, known: DesignClass, owners: ReadonlyMap<string, unknown>): Finding {
  const name = freshName(one.taken, cut(one.given, 36))
  const isBetter = !owners.has(name)
  return duplicate(one.name, one.place, known.place, isBetter ? namedFix(name, one.rename(name)) : undefined)
}

/** The class that a name is derived from: `Loan` for `LoanPage` and `StaleLoanError`. */
function baseOf(name: string, owners: ReadonlyMap<string, DesignClass>): DesignClass | undefined {
  const withoutEnd = CLASS_SUFFIXES.filter((suffix) => name.endsWith(suffix)).map((suffix) =>
    name.slice(0, -suffix.length),
  )
  for (const rest of [name, ...withoutEnd]) {
    const starts = CLASS_PREFIXES.filter((prefix) => rest.startsWith(prefix)).map((prefix) =>
      rest.slice(prefix.length),
    )
    for (const base of rest === name ? starts : [rest, ...starts]) {
      const owner = owners.get(base)
      if (owner) return owner
    }
  }
  return undefined
}
