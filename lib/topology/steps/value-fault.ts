/** What can be wrong in a value or a condition, as a code; the words for it belong to the rules. */
import type { Path } from './step-lists'
import type { ValueType } from './value-type'

/** Something wrong in a value or a condition; `path` leads from it to the part. */
export interface ValueFault {
  readonly path: Path
  readonly code: ValueFaultCode
  /** The name that it is about. */
  readonly name?: string
  /** The types that do not fit, where two meet. */
  readonly types?: readonly [ValueType, ValueType]
}

export type ValueFaultCode =
  | 'no-source'
  | 'unknown-result'
  | 'unknown-field'
  | 'no-fields'
  | 'secret'
  | 'may-be-missing'
  | 'no-number'
  | 'no-date'
  | 'no-hours'
  | 'no-list'
  | 'no-sum'
  | 'no-text'
  | 'place-without-value'
  | 'value-without-place'
  | 'place-twice'
  | 'place-name'
  | 'no-words'
  | 'not-alike'
  | 'no-order'
  | 'not-comparable'
  | 'only-constants'
  | 'not-among'
