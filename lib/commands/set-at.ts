import { changeAt, type Place } from '@/lib/topology/at'
import type { Edit } from '@/lib/topology/edits'
import type { Topology } from '@/lib/topology/model/topology'
import { kebabCase } from '@/lib/topology/naming'
import { renameField } from '@/lib/topology/rename-field'

type Key = string | number

/**
 * Puts a value at a place, also where nothing stood before; `undefined` takes it away. The name of an entity's
 * field is changed with everything that names it; a path that says the name of its operation goes on saying it.
 */
export function setAt(place: Place, value: unknown): Edit {
  const path = place.path ?? []
  const [list, index, key, more] = path
  if (place.part === 'entity' && place.id && list === 'fields' && key === 'name' && more === undefined) {
    return renameField(place.id, Number(index), String(value))
  }
  const isOperation =
    place.part === 'node' && (list === 'useCases' || list === 'operations') && key === 'name'
  if (isOperation && more === undefined) return renameOperation(place, String(value))
  return changeAt({ ...place, path: [] }, (part) => put(part, path, value))
}

function renameOperation(place: Place, name: string): Edit {
  const path = (place.path ?? []).slice(0, -1)
  return changeAt({ ...place, path }, (operation) => {
    const was = operation as { readonly name: string; readonly path: string }
    return { ...was, name, ...(was.path === pathOf(was.name) ? { path: pathOf(name) } : {}) }
  })
}

function pathOf(name: string): string {
  return `/${kebabCase(name)}`
}

/** The value at a place; undefined where there is none. */
export function valueAt(topology: Topology, place: Place): unknown {
  return (place.path ?? []).reduce<unknown>(
    (value, key) => (value as Readonly<Record<Key, unknown>> | undefined)?.[key],
    partAt(topology, place),
  )
}

function partAt(topology: Topology, { part, id }: Place): unknown {
  const same = (item: { readonly id: string }) => item.id === id
  switch (part) {
    case 'project':
      return topology.project
    case 'node':
      return topology.nodes.find(same)
    case 'link':
      return topology.links.find(same)
    case 'entity':
      return topology.entities.find(same)
    case 'message':
      return topology.messages.find(same)
    case 'note':
      return topology.layout?.notes?.find(same)
  }
}

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
