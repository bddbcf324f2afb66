import type { Topology } from './model/topology'

/** Every id that a design uses, of whatever part. */
export function usedIds(topology: Topology): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const part of [topology.nodes, topology.links, topology.entities, topology.messages]) {
    for (const { id } of part) ids.add(id)
  }
  for (const note of topology.layout?.notes ?? []) ids.add(note.id)
  return ids
}

/** An id that the design does not use yet: the stem, or the stem with a number. */
export function freshId(topology: Topology, stem: string): string {
  return freshName(usedIds(topology), stem, '-')
}

/** A name that is not taken: the stem, or the stem with the first free number from 2. */
export function freshName(taken: ReadonlySet<string>, stem: string, separator = '_'): string {
  if (!taken.has(stem)) return stem
  let number = 2
  while (taken.has(`${stem}${separator}${number}`)) number += 1
  return `${stem}${separator}${number}`
}

/** A design with nothing in it, as the designer opens. */
export function emptyTopology(): Topology {
  return {
    topoforge: 1,
    project: { name: 'project', context: 'project', locale: 'en' },
    nodes: [],
    links: [],
    entities: [],
    messages: [],
  }
}
