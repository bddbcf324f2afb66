import type { Entity } from './model/entity'
import type { Field, FieldTypeName } from './model/field'
import { isIndexed } from './naming'

/** The parameters that every list has besides its filters. */
export const PAGE_PARAMETERS = ['limit', 'cursor'] as const

/** Types with an order that people ask ranges of. */
const RANGES: ReadonlySet<FieldTypeName> = new Set(['integer', 'decimal', 'date', 'datetime'])

/** One query parameter of a list: equality with a field, or one end of a range that includes it. */
export interface Filter {
  readonly parameter: string
  readonly field: Field
  readonly compare: 'equal' | 'from' | 'to'
}

/** The filters of an entity's lists, in the order of its fields: on every indexed, unique or reference field. */
export function filtersOf({ fields }: Pick<Entity, 'fields'>): readonly Filter[] {
  const filters = known.get(fields) ?? collect(fields)
  known.set(fields, filters)
  return filters
}

const known = new WeakMap<Entity['fields'], readonly Filter[]>()

function collect(fields: Entity['fields']): readonly Filter[] {
  return fields.filter(isIndexed).flatMap((field): Filter[] => {
    const equal: Filter = { parameter: field.name, field, compare: 'equal' }
    if (!RANGES.has(field.type)) return [equal]
    return [
      equal,
      { parameter: `${field.name}_from`, field, compare: 'from' },
      { parameter: `${field.name}_to`, field, compare: 'to' },
    ]
  })
}
