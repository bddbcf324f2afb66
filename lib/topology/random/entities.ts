import type { Entity, EntityIndex } from '../model/entity'
import type { Field } from '../model/field'
import { type Chance, given } from './chance'
import { entityField, isIndexable } from './fields'
import { EntityNames, localText, referenceName } from './names'
import { IRREGULAR } from './vocabulary'

/** Entities of one data API that refer to one another in every way that can be stored. */
export function entities(chance: Chance, owner: string, count: number, newId: (name: string) => string) {
  const names = new EntityNames()
  const heads = Array.from({ length: count }, () => {
    const named = names.next(chance, IRREGULAR)
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
    const fields = Array.from({ length: chance.int(1, 8) }, () => entityField(chance, taken))
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
  const count = chance.pick([0, 1, 1, 2, 3])
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
  const names = fields.filter(isIndexable).map(({ name }) => name)
  if (names.length < 2 || !chance.flag(0.4)) return undefined
  const index = (): EntityIndex => {
    const chosen = chance.shuffled(chance.some(names, chance.int(2, 3)))
    return { fields: chosen, ...given({ unique: chance.maybe(0.4, () => true) }) }
  }
  const made = Array.from({ length: chance.int(1, 2) }, index)
  return made.filter((one, place) => made.findIndex((other) => sameFields(one, other)) === place)
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
