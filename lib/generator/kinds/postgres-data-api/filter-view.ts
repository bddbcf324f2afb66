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
  const imports = filters.map(({ field: { type } }) =>
    type.type === 'enum'
      ? `from ${service}.application.dtos.${name} import ${type.className}`
      : `from shared.fields import ${TYPES[type.type]}`,
  )
  return { filters: views, filterImports: [...new Set(imports)].map((line) => Code.of(line)) }
}

function typeOf({ name, type }: Field): Code {
  if (type.type === 'enum') return ident(type.className)
  const named = TYPES[type.type]
  if (!named) throw new Error(`Lists cannot be filtered by ${name}: a rule should have refused the index`)
  return Code.of(named)
}
