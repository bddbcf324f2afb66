import { lengthsOf } from '@/lib/topology/capacity'
import { MAX_ENUM_VALUE } from '@/lib/topology/identifiers'
import type { Field } from '@/lib/topology/model/field'

/** A third of a page, less what a row of a B-tree needs for itself. */
export const LARGEST_ROW = 2600

/** The bytes that a value may take in an index; a character takes up to four. */
export function indexBytes(field: Field): number {
  switch (field.type) {
    case 'string':
      return lengthsOf(field).max * 4 + 4
    case 'email':
      return 254 * 4 + 4
    case 'enum':
      return MAX_ENUM_VALUE + 4
    case 'decimal':
      return Math.ceil(field.precision / 2) + 8
    default:
      return 16
  }
}
