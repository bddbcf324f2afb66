import { changeAt } from '@/lib/topology/at'
import { basesOf, type ClassRole, entityClass, innerClasses } from '@/lib/topology/class-names'
import type { Edit } from '@/lib/topology/edits'
import type { Entity } from '@/lib/topology/model/entity'
import type { Topology } from '@/lib/topology/model/topology'
import { renameAt } from '@/lib/topology/rename-at'
import type { Target } from '../rule'

/** A class that a design brings, with the place of the name that it comes from. */
export interface DesignClass {
  readonly name: string
  readonly role: ClassRole
  readonly place: Target
  /** The name in the design, and how to change it. */
  readonly given: string
  readonly rename: (name: string) => Edit
}

const known = new WeakMap<Topology, readonly DesignClass[]>()

/** Every class of a design: of entities first, then of what is inside them. */
export function designClasses(topology: Topology): readonly DesignClass[] {
  const { entities } = topology
  const classes = known.get(topology) ?? collect(entities)
  known.set(topology, classes)
  return classes
}

function collect(entities: readonly Entity[]): readonly DesignClass[] {
  const inner = entities.flatMap((entity) => {
    const classes = knownInner.get(entity) ?? innerClasses(entity).map((one) => ofField(entity, one))
    knownInner.set(entity, classes)
    return classes
  })
  // A name without a letter makes no class, and is told by other rules.
  return [...entities.map(ofEntity), ...inner].filter(({ name }) => name !== '')
}

const knownInner = new WeakMap<Entity, readonly DesignClass[]>()

function ofEntity(entity: Entity): DesignClass {
  const place: Target = { part: 'entity', id: entity.id, path: ['name'] }
  const rename = (name: string) => renameAt(place, name) ?? changeAt(place, () => name)
  return { name: entityClass(entity), role: 'entity', place, given: entity.name, rename }
}

function ofField(entity: Entity, { name, path }: ReturnType<typeof innerClasses>[number]): DesignClass {
  // What a list holds has no name of its own: the field of the list has.
  const own = path.slice(0, path.findLastIndex((key) => typeof key === 'number') + 1)
  const place: Target = { part: 'entity', id: entity.id, path: [...own, 'name'] }
  const rename = (next: string) => renameAt(place, next) ?? changeAt(place, () => next)
  const given = String(valueAt(entity, [...own, 'name']))
  return { name, role: 'field', place, given, rename }
}

function valueAt(entity: Entity, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<string | number, unknown>>)[key],
    entity,
  )
}

/** The key of a class among those of a design: what it is, and its name. */
export function classKey(role: ClassRole, name: string): string {
  return `${role} ${name}`
}

/** The keys of the classes that a name could be derived from: `Loan` for `LoanPage` and `StaleLoanError`. */
export function stemsOf(name: string): readonly string[] {
  const found = stems.get(name) ?? findStems(name)
  if (stems.size > 20_000) stems.clear()
  stems.set(name, found)
  return found
}

const stems = new Map<string, readonly string[]>()

function findStems(name: string): readonly string[] {
  return basesOf(name).map(({ role, base }) => classKey(role, base))
}
