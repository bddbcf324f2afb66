import { entityClass, innerClasses } from '@/lib/topology/class-names'
import { filtersOf } from '@/lib/topology/filters'
import { MAX_IDENTIFIER } from '@/lib/topology/identifiers'
import type { Entity } from '@/lib/topology/model/entity'
import type { Topology } from '@/lib/topology/model/topology'
import { pluralName } from '@/lib/topology/naming'
import { RESERVED_CLASS_NAMES } from '@/lib/topology/reserved'
import { foldName } from '../name-scopes'
import { classKey, stemsOf } from './design-classes'
import { reservedFields, reservedPlural } from './reserved'

/** How often each word occurs in a design, so that one entity's part of it can be taken out. */
interface Occurrences {
  /** Names and plurals of entities. */
  readonly words: ReadonlyMap<string, number>
  readonly classes: ReadonlyMap<string, number>
  /** The same by what they are classes of. */
  readonly keys: ReadonlyMap<string, number>
  /** What classes could be derived from. */
  readonly stems: ReadonlyMap<string, number>
}

const known = new WeakMap<Topology, Occurrences>()

function occurrencesIn(topology: Topology): Occurrences {
  const found = known.get(topology) ?? {
    words: tally(topology.entities.flatMap(wordsOf)),
    classes: tally(topology.entities.flatMap(classesOf)),
    keys: tally(topology.entities.flatMap(keysOf)),
    stems: tally(topology.entities.flatMap(classesOf).flatMap(stemsOf)),
  }
  known.set(topology, found)
  return found
}

function tally(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const wordsOf = (entity: Entity) => [foldName(entity.name), foldName(pluralName(entity))]

const classNames = new WeakMap<Entity, readonly string[]>()

function classesOf(entity: Entity): readonly string[] {
  const names = classNames.get(entity) ?? [
    entityClass(entity),
    ...innerClasses(entity).map(({ name }) => name),
  ]
  classNames.set(entity, names)
  return names
}

/** The first class is the entity's own. */
function keysOf(entity: Entity): readonly string[] {
  return classesOf(entity).map((name, index) => classKey(index === 0 ? 'entity' : 'field', name))
}

/**
 * Counts the clashes of names that an entity would bring into a design in
 * place of one that is there (`instead`): of words, classes, parameters,
 * lengths and reserved names, each for itself.
 */
export function clashesOf(topology: Topology, entity: Entity, instead?: Entity): readonly number[] {
  const all = occurrencesIn(topology)
  const others = (counts: ReadonlyMap<string, number>, own: readonly string[], word: string) =>
    (counts.get(word) ?? 0) - own.filter((one) => one === word).length
  const gone = instead ? classesOf(instead) : []
  const goneStems = gone.flatMap(stemsOf)
  const goneKeys = instead ? keysOf(instead) : []
  const keys = keysOf(entity)
  const goneWords = instead ? wordsOf(instead) : []
  const classes = classesOf(entity)
  // What the entity has already is none of the new name's doing.
  const added = classes.filter((name) => !gone.includes(name))
  const words = wordsOf(entity)
  const isClass = (key: string) => keys.includes(key) || others(all.keys, goneKeys, key) > 0
  const isStem = (name: string) => others(all.stems, goneStems, keys[classes.indexOf(name)] ?? '') > 0
  const filters = filtersOf(entity).map(({ parameter }) => parameter)
  return [
    count(words, (word) => others(all.words, goneWords, word) > 0) + doubles(words),
    count(added, (name) => others(all.classes, gone, name) > 0) + doubles(classes),
    count(added, (name) => stemsOf(name).some(isClass) || isStem(name)),
    count(added, (name) => RESERVED_CLASS_NAMES.has(name)),
    doubles(filters),
    entity.plural === undefined && pluralName(entity).length > MAX_IDENTIFIER ? 1 : 0,
    reservedPlural(pluralName(entity)) ? 1 : 0,
    reservedFields(entity).length,
  ]
}

/** Whether no other class of the design is called like this entity, which stands there as `was`. */
export function hasFreeClass(topology: Topology, entity: Entity, was: Entity): boolean {
  const name = entityClass(entity)
  const own = classesOf(was).filter((one) => one === name).length
  return (occurrencesIn(topology).classes.get(name) ?? 0) <= own
}

const count = (words: readonly string[], is: (word: string) => boolean) => words.filter(is).length
const doubles = (words: readonly string[]) => words.length - new Set(words).size
