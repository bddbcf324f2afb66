import type { Field, FieldType, FieldTypeName } from '@/lib/topology/model/field'

const SCALARS: readonly FieldTypeName[] = [
  'string',
  'text',
  'integer',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'uuid',
  'email',
  'enum',
]

/** Types that may stand here: inside objects and lists neither references nor secrets. */
export function typeNamesFor({ inObject }: { readonly inObject: boolean }): readonly FieldTypeName[] {
  return inObject
    ? [...SCALARS, 'list', 'object', 'json']
    : [...SCALARS, 'reference', 'list', 'object', 'json', 'secret']
}

/** A type with the least that makes it complete. */
export function newType(type: FieldTypeName, target?: string): FieldType {
  switch (type) {
    case 'decimal':
      return { type, precision: 12, scale: 2 }
    case 'enum':
      return { type, values: [{ name: 'new' }, { name: 'done' }] }
    case 'list':
      return { type, of: { type: 'string' } }
    case 'object':
      return { type, fields: [{ name: 'name', type: 'string' }] }
    case 'reference':
      return { type, entity: target ?? '' }
    default:
      return { type }
  }
}

/** The field with another type: its name, its label and the marks that the type can have stay. */
export function withType(field: Field, next: FieldType): Field {
  const { name, optional, label, unique, indexed } = field
  const mayMark = !['boolean', 'json', 'list', 'object', 'secret', 'text'].includes(next.type)
  return {
    name,
    ...next,
    ...(optional ? { optional } : {}),
    ...(label ? { label } : {}),
    ...(unique && mayMark ? { unique } : {}),
    ...(indexed && (mayMark || next.type === 'boolean') ? { indexed } : {}),
  }
}
