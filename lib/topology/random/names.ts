import { innerClasses } from '../class-names'
import type { LocalText } from '../model/basics'
import type { Field } from '../model/field'
import { kebabCase, pascalCase, pluralName } from '../naming'
import {
  CLASS_PREFIXES,
  CLASS_SUFFIXES,
  isReservedColumn,
  isReservedField,
  isReservedModule,
  RESERVED_CLASS_NAMES,
  RESERVED_PATHS,
  RESERVED_TABLES,
} from '../reserved'
import type { Chance } from './chance'
import { ENTITY_TRAPS, FIELD_TRAPS, TEXTS, WORDS } from './vocabulary'

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
  private readonly classes = new Set<string>()

  /** A name and, where it is irregular, a plural, that collide with nothing so far. */
  next(chance: Chance, irregular: Readonly<Record<string, string>>): { name: string; plural?: string } {
    const name = draw(
      () => word(chance, ENTITY_TRAPS, LONGEST - 2),
      (candidate) => this.isFree(candidate, irregular),
    )
    const plural = irregular[name]
    for (const table of [name, plural ?? pluralName({ name })]) this.tables.add(table)
    for (const className of ownClasses(name)) this.classes.add(className)
    return plural === undefined ? { name } : { name, plural }
  }

  private isFree(name: string, irregular: Readonly<Record<string, string>>): boolean {
    const plural = irregular[name] ?? pluralName({ name })
    return (
      plural.length <= LONGEST &&
      [name, plural].every((module) => !isReservedModule(module) && !this.tables.has(module)) &&
      !RESERVED_PATHS.has(kebabCase(plural)) &&
      !RESERVED_TABLES.has(plural) &&
      ownClasses(name).every(
        (className) => !RESERVED_CLASS_NAMES.has(className) && !this.classes.has(className),
      )
    )
  }

  /** Whether the classes of these fields collide with nothing; they are kept when they do not. */
  keepClassesOf(name: string, fields: readonly Field[]): boolean {
    const inner = innerClasses({ name, fields }).map((made) => made.name)
    const isNew = inner.every(
      (className) => !RESERVED_CLASS_NAMES.has(className) && !this.classes.has(className),
    )
    if (!isNew || new Set(inner).size < inner.length) return false
    for (const className of inner) this.classes.add(className)
    return true
  }
}

/** The classes that an entity becomes, by the names that generated code gives them. */
function ownClasses(name: string): readonly string[] {
  const own = pascalCase(name)
  return [
    own,
    ...CLASS_SUFFIXES.map((suffix) => own + suffix),
    ...CLASS_PREFIXES.map((prefix) => prefix + own),
  ]
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
  const en = form < 0.6 ? { en: chance.pick(TEXTS.en) } : {}
  const ru = form > 0.3 ? { ru: chance.pick(TEXTS.ru) } : {}
  return { ...en, ...ru }
}
