import type { Field, FieldType } from '@/lib/topology/model/field'
import type { Text } from '../rule'
import { text } from '../words'

/** Something wrong inside one field. */
export interface FieldFault {
  /** Where, from the field on. */
  readonly path: readonly (string | number)[]
  /** What to do about it; the name of the field is put before it. */
  readonly message: Text
  /** A repair of the whole field. */
  readonly fix?: { readonly label: Text; readonly change: (field: Field) => Field }
}

export function fault(path: FieldFault['path'], en: string, ru: string): FieldFault {
  return { path, message: text(en, ru) }
}

export type TypeOf<Name extends FieldType['type']> = Extract<FieldType, { type: Name }>
