import type { Field } from '@/lib/topology/model/field'

/** The field as a UUID that nothing checks, still indexed as references are. */
export function toPlainUuid(field: Field): Field {
  if (field.type !== 'reference') return field
  const { name, optional, label, unique } = field
  return {
    name,
    type: 'uuid',
    indexed: true,
    ...(optional !== undefined && { optional }),
    ...(label !== undefined && { label }),
    ...(unique !== undefined && { unique }),
  }
}
