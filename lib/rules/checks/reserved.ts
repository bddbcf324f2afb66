import type { Place } from '@/lib/topology/at'
import { filtersOf, PAGE_PARAMETERS } from '@/lib/topology/filters'
import type { Entity } from '@/lib/topology/model/entity'
import type { NameRole } from '@/lib/topology/names'
import { screamingCase } from '@/lib/topology/naming'
import {
  ENVELOPE_FIELDS,
  isReservedColumn,
  isReservedEntity,
  isReservedField,
  isReservedModule,
  isReservedProject,
  PYTHON_KEYWORDS,
  RESERVED_PATHS,
  RESERVED_TABLES,
  RESERVED_VARIABLES,
} from '@/lib/topology/reserved'

const isKeyword = (name: string) => PYTHON_KEYWORDS.has(name)

const TAKEN: Readonly<Partial<Record<NameRole, (name: string) => boolean>>> = {
  project: isReservedProject,
  entity: isReservedEntity,
  plural: reservedPlural,
  variable: (name) => RESERVED_VARIABLES.has(name),
  queue: isKeyword,
  external: isReservedSystem,
  operation: isKeyword,
  use_case: isKeyword,
  schedule: isKeyword,
  command: isKeyword,
}

/** Its modules would be collected as tests, or its address would be read from a variable that something else has. */
function isReservedSystem(name: string): boolean {
  return isReservedEntity(name) || RESERVED_VARIABLES.has(`${screamingCase(name)}_URL`)
}

/** Whether a name is reserved where it stands; parameters of lists are a matter of the whole entity. */
export function isReservedName(role: NameRole, place: Place, name: string): boolean {
  if (role !== 'field') return TAKEN[role]?.(name) ?? false
  if (place.part === 'message' && place.path?.length === 3 && ENVELOPE_FIELDS.has(name)) return true
  const isColumn = place.part === 'entity' && place.path?.length === 3
  return isColumn ? isReservedColumn(name) : isReservedField(name)
}

/** Whether a plural would be a path, a table or a module of the generated code itself. */
export function reservedPlural(plural: string): boolean {
  return RESERVED_PATHS.has(plural) || RESERVED_TABLES.has(plural) || isReservedModule(plural)
}

const PAGES: ReadonlySet<string> = new Set(PAGE_PARAMETERS)

/** Fields whose filter would have the name of a parameter that every list has, by their index. */
export function reservedFields(entity: Pick<Entity, 'fields'>): readonly number[] {
  return filtersOf(entity)
    .filter(({ parameter, compare }) => compare === 'equal' && PAGES.has(parameter))
    .map(({ field }) => entity.fields.indexOf(field))
}
