import { capacityOf, DISTINCT_ROWS, lengthsOf } from '../capacity'
import type { Entity, EntityIndex } from '../model/entity'
import type { Field } from '../model/field'
import { isIndexed } from '../naming'
import { type Chance, given } from './chance'
import { entityField, isIndexable } from './fields'
import { EntityNames, localText, referenceName } from './names'

/** Entities of one data API that refer to one another in every way that can be stored. */
export function entities(chance: Chance, owner: string, count: number, newId: (name: string) => string) {
  const names = new EntityNames()
  const heads = Array.from({ length: count }, () => {
    const named = names.next(chance)
    return { id: newId(named.name), owner, ...named }
  })
  return heads.map((head, place): Entity => {
    const fields = ownFields(chance, head.name, names)
    const taken = new Set(fields.map(({ name }) => name))
    const all = chance.shuffled([...fields, ...references(chance, heads, place, taken)])
    return {
      ...head,
      ...given({ labels: labels(chance), indexes: indexes(chance, all) }),
      fields: all,
    }
  })
}

function ownFields(chance: Chance, entity: string, names: EntityNames): readonly Field[] {
  for (;;) {
    const taken = new Set<string>()
    const fields = Array.from({ length: chance.pick([1, 1, 2, 3, 4, 5, 6, 8]) }, () =>
      entityField(chance, taken),
    )
    if (names.keepClassesOf(entity, fields)) return fields
  }
}

/** Required ones point at earlier entities only, so that a first row can always be stored. */
function references(
  chance: Chance,
  heads: readonly { id: string; name: string }[],
  place: number,
  taken: Set<string>,
): readonly Field[] {
  const count = chance.pick([0, 0, 1, 1, 2, 3])
  return Array.from({ length: count }, (): Field => {
    const target = chance.int(0, heads.length - 1)
    const head = heads[target] ?? { id: '', name: '' }
    const optional = target >= place || chance.flag(0.5)
    const rules = ['restrict', 'cascade', ...(optional ? (['set_null'] as const) : [])] as const
    return {
      name: referenceName(chance, head.name, taken),
      type: 'reference',
      entity: head.id,
      ...given({
        onDelete: chance.maybe(0.75, () => chance.pick(rules)),
        optional: optional ? true : undefined,
        unique: chance.maybe(0.15, () => true),
        indexed: chance.maybe(0.2, () => true),
        label: localText(chance),
      }),
    }
  })
}

function indexes(chance: Chance, fields: readonly Field[]): readonly EntityIndex[] | undefined {
  if (!chance.flag(0.5)) return undefined
  const possible = fields.filter(isIndexable).filter((field) => textLength(field) <= SHORT)
  const several = Array.from({ length: possible.length > 1 ? chance.int(0, 2) : 0 }, () => {
    const chosen = chance.shuffled(chance.some(possible, chance.int(2, 3)))
    const rows = chosen.reduce((product, field) => product * capacityOf(field), 1)
    return index(chosen, rows >= DISTINCT_ROWS && chance.flag(0.4))
  })
  // One field alone is marked unique or indexed itself, or has an index of its own, but not both.
  const single = chance.some(
    possible.filter((field) => !isIndexed(field)),
    chance.int(0, 1),
  )
  const made = [...several, ...single.map((field) => index([field], false))]
  return made.filter((one, place) => made.findIndex((other) => sameFields(one, other)) === place)
}

function index(fields: readonly Field[], unique: boolean): EntityIndex {
  return { fields: fields.map(({ name }) => name), ...given({ unique: unique ? true : undefined }) }
}

/** Three texts of this length fit a row of an index. */
const SHORT = 200

function textLength(field: Field): number {
  return field.type === 'string' || field.type === 'text' ? lengthsOf(field).max : 0
}

function sameFields(one: EntityIndex, other: EntityIndex): boolean {
  return [...one.fields].sort().join() === [...other.fields].sort().join()
}

function labels(chance: Chance): Entity['labels'] | undefined {
  return chance.maybe(0.6, () =>
    given({
      one: localText(chance, 0.9),
      many: localText(chance, 0.7),
      genitive: localText(chance, 0.4),
    }),
  )
}
