import type { Edit } from './edits'
import type { Topology } from './model/topology'

/**
 * A place in a design: a part by its id and, where it is about less than the
 * whole part, the path inside it (`['fields', 2, 'name']`).
 */
export interface Place {
  readonly part: 'project' | 'node' | 'link' | 'entity' | 'message' | 'note'
  /** Absent for the project, which there is one of. */
  readonly id?: string
  readonly path?: readonly (string | number)[]
}

type Json = unknown
type Change = (value: Json) => Json

/** Changes the value at a place; `undefined` takes it away, and an unknown place changes nothing. */
export function changeAt(place: Place, change: Change): Edit {
  const path = place.path ?? []
  return (topology) => {
    if (place.part === 'project') {
      return { ...topology, project: changeIn(topology.project, path, change) as Topology['project'] }
    }
    if (place.part === 'note') return changeNotes(topology, place.id, path, change)
    const list = LISTS[place.part]
    const parts = topology[list].map((part) => (part.id === place.id ? changeIn(part, path, change) : part))
    return { ...topology, [list]: parts }
  }
}

const LISTS = { node: 'nodes', link: 'links', entity: 'entities', message: 'messages' } as const

function changeNotes(topology: Topology, id: string | undefined, path: Place['path'], change: Change) {
  if (!topology.layout?.notes) return topology
  const notes = topology.layout.notes.map((note) =>
    note.id === id ? (changeIn(note, path ?? [], change) as typeof note) : note,
  )
  return { ...topology, layout: { ...topology.layout, notes } }
}

function changeIn(value: Json, path: readonly (string | number)[], change: Change): Json {
  const [key, ...rest] = path
  if (key === undefined) return change(value)
  if (Array.isArray(value)) {
    if (typeof key !== 'number' || key >= value.length) return value
    return value
      .map((item: Json, index) => (index === key ? changeIn(item, rest, change) : item))
      .filter((item) => item !== undefined)
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value
  const entries = Object.entries(value).map(([name, part]: [string, Json]): [string, Json] => [
    name,
    name === key ? changeIn(part, rest, change) : part,
  ])
  return Object.fromEntries(entries.filter(([, part]) => part !== undefined))
}
