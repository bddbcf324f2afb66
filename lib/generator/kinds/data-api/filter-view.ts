import { Code } from '../../code'
import { ident } from '../../encode/python'
import type { Entity, Field } from '../../project'

export interface FilterView {
  readonly parameter: string
  readonly field: string
  readonly type: Code
  /** `ge`, `le`, or null where values must be equal. */
  readonly operator: string | null
}

const OPERATORS = { equal: null, from: 'ge', to: 'le' } as const

/** The type of a query parameter, by the type of its field; enums have their own class. */
const TYPES: Readonly<Partial<Record<Field['type']['type'], string>>> = {
  string: 'Text',
  text: 'Text',
  email: 'Text',
  integer: 'Int64',
  decimal: 'Number',
  boolean: 'Flag',
  date: 'Day',
  datetime: 'Moment',
  uuid: 'Uuid',
  reference: 'Uuid',
}

/** The query parameters of an entity's lists, and what their module imports. */
export function filterView({ filters, name }: Entity, service: string) {
  const views = filters.map(({ parameter, field, compare }): FilterView => {
    return { parameter, field: field.name, type: typeOf(field), operator: OPERATORS[compare] }
  })
  const imports = filters.map(({ field }) => importOf(field, name, service))
  return { filters: views, filterImports: [...new Set(imports)].map((line) => Code.of(line)) }
}

/** The fields that an entity's rows can be searched by, with the types of what they are compared with. */
export function searchView({ fields, name }: Entity, service: string) {
  const found = fields.filter(isFindable)
  const imports = found.map((field) => importOf(field, name, service))
  return {
    fields: [
      ...found.map((field) => ({ name: field.name, type: typeOf(field) })),
      { name: 'created_at', type: Code.of('Moment') },
    ],
    imports: [...new Set([...imports, 'from shared.fields import Moment'])].map((line) => Code.of(line)),
  }
}

function importOf({ type }: Field, entity: string, service: string): string {
  return type.type === 'enum'
    ? `from ${service}.application.dtos.${entity} import ${type.className}`
    : `from shared.fields import ${TYPES[type.type]}`
}

/** What has an index and is one plain value. */
function isFindable({ indexed, type }: Field): boolean {
  return indexed && (type.type === 'enum' || TYPES[type.type] !== undefined)
}

function typeOf({ name, type }: Field): Code {
  if (type.type === 'enum') return ident(type.className)
  const named = TYPES[type.type]
  if (!named) throw new Error(`Lists cannot be filtered by ${name}: a rule should have refused the index`)
  return Code.of(named)
}
