import { currentTopology, edit } from '@/lib/store/document'
import type { Place } from '@/lib/topology/at'
import { type FieldsTarget, readFields, type UnreadPart } from '@/lib/topology/field-notation'
import { lookup } from '@/lib/topology/lookup'
import type { Entity } from '@/lib/topology/model/entity'
import type { Field, FieldType } from '@/lib/topology/model/field'
import type { Topology } from '@/lib/topology/model/topology'
import type { ChangedWord } from '@/lib/topology/notation/reader'
import { writeFields } from '@/lib/topology/notation/write-fields'
import { newType, withType } from './field-types'
import { insertItems } from './lists'
import { setAt, valueAt } from './set-at'

/** What a list of fields is: columns of an entity, what travels in messages and inputs, or parts of an object. */
export type FieldKind = 'entity' | 'travels' | 'object'

/** How many fields a list may have, as the format says: an object 100, the rest of them by their place. */
const ROOM = { entity: 200, object: 100 } as const

/** The kind of the list of fields at a place. */
export function fieldKindOf({ part, path = [] }: Place): FieldKind {
  const isOwn = path.length === 1 && path[0] === 'fields'
  if (part === 'entity' && isOwn) return 'entity'
  return path.at(-1) === 'fields' && !isOwn ? 'object' : 'travels'
}

/** The entities that fields at this place may refer to: those of the same data API, all where fields travel. */
export function referableFrom(topology: Topology, place: Place): readonly Entity[] {
  const kind = fieldKindOf(place)
  if (kind === 'object') return []
  if (kind === 'travels') return topology.entities
  const look = lookup(topology)
  return look.entitiesOf(look.entity(place.id ?? '')?.owner ?? '')
}

/** The fields at a place as the document has them now. */
export function fieldsAt(place: Place): readonly Field[] {
  return (valueAt(currentTopology(), place) ?? []) as readonly Field[]
}

/** What became of a text that was written down as fields. */
export interface Written {
  readonly added: number
  readonly unread: readonly UnreadPart[]
  readonly changed: readonly ChangedWord[]
}

/** Puts the fields that a text writes down into a list, as one undo step; answers what became of the text. */
export function insertWritten(place: Place, index: number, text: string): Written {
  const kind = fieldKindOf(place)
  const there = fieldsAt(place)
  const most = place.part === 'node' ? ROOM.object : ROOM[kind === 'object' ? 'object' : 'entity']
  const target: FieldsTarget = {
    entities: referableFrom(currentTopology(), place),
    taken: there.map(({ name }) => name),
    isEntity: kind === 'entity',
    inObject: kind === 'object',
    room: most - there.length,
  }
  const { fields, unread, changed } = readFields(text, target)
  insertItems(place, index, fields)
  return { added: fields.length, unread, changed }
}

/** The fields of a list as lines that can be pasted into another list. */
export function writtenFields(place: Place): string {
  const look = lookup(currentTopology())
  return writeFields(fieldsAt(place), (id) => look.entity(id)?.name)
}

/** Gives a field another type, or another entity to refer to, as one undo step. */
export function changeType(place: Place, type: FieldType['type'], target?: string): void {
  const field = valueAt(currentTopology(), place) as Field | undefined
  if (!field) return
  const same = field.type === type && (field.type !== 'reference' || field.entity === target)
  if (!same) edit(setAt(place, withType(field, newType(type, target))))
}
