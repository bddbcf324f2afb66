import { changeAt, type Place } from '@/lib/topology/at'
import type { Edit } from '@/lib/topology/edits'
import { renameAt } from '@/lib/topology/rename-at'
import { valueAt } from '@/lib/topology/value-at'

type Key = string | number

/**
 * Puts a value at a place, also where nothing stood before; `undefined` takes it away. A name
 * is changed with everything that names it; a path that says the name of its operation goes on saying it.
 */
export function setAt(place: Place, value: unknown): Edit {
  const path = place.path ?? []
  const own = changeAt({ ...place, path: [] }, (part) => put(part, path, value))
  const renamed = typeof value === 'string' ? renameAt(place, value) : undefined
  if (!renamed) return own
  // Where no name was given yet there is nothing that names it.
  return (topology) => (typeof valueAt(topology, place) === 'string' ? renamed(topology) : own(topology))
}

export { valueAt }

function put(value: unknown, path: readonly Key[], next: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return next
  if (Array.isArray(value)) {
    const items = [...value]
    items[Number(key)] = put(items[Number(key)], rest, next)
    return items.filter((item) => item !== undefined)
  }
  const object = { ...(value as Readonly<Record<Key, unknown>> | undefined) }
  const inner = put(object[key], rest, next)
  // What holds nothing any more goes with its last part, so that equal designs are equal documents.
  if (inner === undefined || (rest.length > 0 && isEmptyObject(inner))) delete object[key]
  else object[key] = inner
  return object
}

function isEmptyObject(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  )
}
