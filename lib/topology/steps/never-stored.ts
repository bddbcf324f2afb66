import type { Value } from '../model/value'
import type { TypedField } from './value-type'

/**
 * Whether no stored row can have this value in a field: an id made just now, this very moment, or, as an id, the one
 * of an envelope.
 */
export function isNeverStored(value: Value, field: TypedField | undefined): boolean {
  switch (value.value) {
    case 'new_id':
    case 'now':
      return true
    case 'shift':
      return isNeverStored(value.date, field)
    case 'text':
      return value.places.some((place) => place.value.value === 'new_id' || place.value.value === 'now')
    case 'message':
      return field?.type === 'reference' && value.path.length === 1 && value.path[0] === 'event_id'
    default:
      return false
  }
}
