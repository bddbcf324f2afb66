import type { Value } from '../model/value'

/** Whether no stored row can have this value: an id made just now, or this very moment. */
export function isNeverStored(value: Value): boolean {
  switch (value.value) {
    case 'new_id':
    case 'now':
      return true
    case 'shift':
      return isNeverStored(value.date)
    case 'text':
      return value.places.some((place) => isNeverStored(place.value))
    default:
      return false
  }
}
