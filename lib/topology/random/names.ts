import { basesOf, innerClasses } from '../class-names'
import type { LocalText } from '../model/basics'
import type { Field } from '../model/field'
import { kebabCase, pascalCase, pluralName } from '../naming'
import {
  isReservedColumn,
  isReservedEntity,
  isReservedField,
  RESERVED_CLASS_NAMES,
  RESERVED_PATHS,
  RESERVED_TABLES,
} from '../reserved'
import type { Chance } from './chance'
import { ENTITY_TRAPS, FIELD_TRAPS, IRREGULAR, TEXTS, WORDS } from './vocabulary'

const LONGEST = 40

/** A snake_case name of exactly this length. */
function longName(chance: Chance, length: number): string {
  let name = chance.pick(WORDS)
  while (name.length < length) name += `_${chance.pick(WORDS)}`
  return name.slice(0, length).replace(/_$/, 'x')
}

function word(chance: Chance, traps: readonly string[], longest: number): string {
  const kind = chance.next()
  if (kind < 0.06) return chance.pick([...'abcefghijklmnopqrstuvwxyz'])
  if (kind < 0.1) return longName(chance, longest)
  if (kind < 0.35) return chance.pick(traps)
  if (kind < 0.55) return `${chance.pick(WORDS)}_${chance.pick(WORDS)}`
  return chance.pick(WORDS)
}

/** Draws names until one is accepted, and keeps it. */
function draw(make: () => string, accept: (name: string) => boolean): string {
  for (;;) {
    const name = make()
    if (name.length <= LONGEST && accept(name)) return name
  }
}

/** A name for a field of an entity, other than those taken; `longest` leaves room for what is derived from it. */
export function fieldName(chance: Chance, taken: Set<string>, place: 'entity' | 'object'): string {
  const isReserved = place === 'entity' ? isReservedColumn : isReservedField
  const make = () =>
    place === 'object' && chance.flag(0.05)
      ? chance.pick(['id', 'version'])
      : word(chance, FIELD_TRAPS, LONGEST)
  const name = draw(make, (candidate) => !isReserved(candidate) && !taken.has(candidate))
  taken.add(name)
  return name
}

/** A name for what a reference points at: `user_id`, `user`. */
export function referenceName(chance: Chance, target: string, taken: Set<string>): string {
  const stem = target.slice(0, 30).replace(/_$/, '')
  const forms = [`${stem}_id`, stem, `parent_${stem}`, `${stem}_ref`, `other_${stem}_id`]
  const free = forms.filter((form) => !isReservedColumn(form) && !taken.has(form))
  if (free.length === 0) return fieldName(chance, taken, 'entity')
  const name = chance.pick(free)
  taken.add(name)
  return name
}

/** The names that entities of one design have used up: of tables, modules, paths and classes. */
export class EntityNames {
  private readonly tables = new Set<string>()
  private readonly classes: string[] = []

  /** A name and, where it is irregular or wanted otherwise, a plural, that collide with nothing so far. */
  next(chance: Chance): { name: string; plural?: string } {
    for (;;) {
      const name = word(chance, ENTITY_TRAPS, LONGEST - 2)
      const plural = IRREGULAR[name] ?? chance.maybe(0.1, () => `${name}_records`)
      if (!this.isFree(name, plural ?? pluralName({ name }))) continue
      for (const table of [name, plural ?? pluralName({ name })]) this.tables.add(table)
      this.classes.push(pascalCase(name))
      return plural === undefined ? { name } : { name, plural }
    }
  }

  private isFree(name: string, plural: string): boolean {
    return (
      plural.length <= LONGEST &&
      [name, plural].every((module) => !isReservedEntity(module) && !this.tables.has(module)) &&
      !RESERVED_PATHS.has(kebabCase(plural)) &&
      !RESERVED_TABLES.has(plural) &&
      this.isFreeClass(pascalCase(name), this.classes)
    )
  }

  private isFreeClass(name: string, taken: readonly string[]): boolean {
    return !RESERVED_CLASS_NAMES.has(name) && taken.every((other) => !isOneFamily(name, other))
  }

  /** Whether the classes of these fields collide with nothing; they are kept when they do not. */
  keepClassesOf(name: string, fields: readonly Field[]): boolean {
    const inner = innerClasses({ name, fields }).map((made) => made.name)
    const isFree = inner.every((className, place) =>
      this.isFreeClass(className, [...this.classes, ...inner.slice(0, place)]),
    )
    if (isFree) this.classes.push(...inner)
    return isFree
  }
}

/** Whether two classes are one, or one is called like a class that is made for the other. */
function isOneFamily(one: string, other: string): boolean {
  return isMadeFor(one, other) || isMadeFor(other, one)
}

function isMadeFor(name: string, base: string): boolean {
  return name === base || basesOf(name).some((made) => made.base === base)
}

/** A part of a service's name. */
export function domainName(chance: Chance, longest: number): string {
  return draw(
    () => word(chance, ENTITY_TRAPS, longest),
    (name) => name.length <= longest,
  )
}

/** Text for people: in one language, in both, or absent. */
export function localText(chance: Chance, probability = 0.5): LocalText | undefined {
  if (!chance.flag(probability)) return undefined
  const form = chance.next()
  if (form < 0.03) return {}
  const en = form < 0.6 ? { en: chance.pick(TEXTS.en) } : {}
  const ru = form > 0.3 ? { ru: chance.pick(TEXTS.ru) } : {}
  return { ...en, ...ru }
}
