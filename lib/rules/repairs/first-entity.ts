import { addEntity, type Edit } from '@/lib/topology/edits'
import { freshId } from '@/lib/topology/fresh'
import type { Entity } from '@/lib/topology/model/entity'
import { clashesOf } from '../checks/entity-clashes'

/** Words that are reserved nowhere, for an entity that a person will rename. */
const STEMS = ['entry', 'item', 'note', 'subject']

/** Adds an entity with one field to a data API, named after one of the stems where no other name is touched. */
export function addFirstEntity(owner: string, stems: readonly string[]): Edit {
  return (topology) => {
    const id = freshId(topology, 'entity')
    for (const name of candidates(stems)) {
      const entity: Entity = { id, owner, name, fields: [{ name: 'name', type: 'string' }] }
      if (clashesOf(topology, entity).every((clashes) => clashes === 0)) return addEntity(entity)(topology)
    }
    return topology
  }
}

function* candidates(stems: readonly string[]): Generator<string> {
  yield* stems
  yield* STEMS
  for (let number = 2; number <= 200; number += 1) yield `entry_${number}`
}

/** Names that are suggested for the first entity of a data API: its own domain, where that is a plain noun. */
export function stemsOf(domain: string): readonly string[] {
  const noun = domain.replace(/s$/, '')
  return SUGGESTED.has(noun) ? [noun] : []
}

const SUGGESTED = new Set(
  'user account customer order product document loan profile payment invoice item'.split(' '),
)
