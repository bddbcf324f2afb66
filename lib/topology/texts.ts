import type { Place } from './at'
import type { Topology } from './model/topology'
import { perItem } from './per-item'

/** What a text is for: a name, one line for people, prose, a value, a pattern. */
export type TextRole = 'name' | 'line' | 'prose' | 'value' | 'pattern'

export interface FoundText {
  readonly text: string
  readonly path: readonly (string | number)[]
  readonly role: TextRole
}

/** A part of the design with the texts in it. */
export interface TextPlace {
  readonly part: Place['part']
  readonly id?: string
  readonly texts: readonly FoundText[]
}

/** Every text that a person can type into a design, part by part; ids and fixed words are none. */
export function textPlaces(topology: Topology): readonly TextPlace[] {
  const places = known.get(topology) ?? [
    ...ofProjects([topology.project]),
    ...ofNodes(topology.nodes),
    ...ofEntities(topology.entities),
    ...ofMessages(topology.messages),
    ...ofNotes(topology.layout?.notes ?? NONE),
  ]
  known.set(topology, places)
  return places
}

const NONE: readonly never[] = []
const known = new WeakMap<Topology, readonly TextPlace[]>()
const ofProjects = perItem((project: object): TextPlace => ({ part: 'project', texts: textsIn(project) }))
const ofNodes = perItem(readPart('node'))
const ofEntities = perItem(readPart('entity'))
const ofMessages = perItem(readPart('message'))
const ofNotes = perItem(readPart('note'))

function readPart(part: Place['part']): (item: { readonly id: string }) => TextPlace {
  return (item) => ({ part, id: item.id, texts: textsIn(item) })
}

function textsIn(part: object): readonly FoundText[] {
  return [...collect(part, [])]
}

/** Keys of opaque ids and of words that the format fixes. */
const NO_TEXT = new Set(
  `id type kind owner from to node entity message via engine locale protocol method step test operator access operations
  onDelete unit direction body action content topoforge messages`.split(/\s+/),
)
const NAMES = new Set(
  `name plural domain function context baseUrlVariable urlVariable issuerVariable audienceVariable
  tokenVariable roles`.split(/\s+/),
)
const VALUES = new Set(['default', 'constant', 'result', 'otherwise', 'among'])

function* collect(value: unknown, path: readonly (string | number)[]): Generator<FoundText> {
  if (typeof value === 'string') {
    yield { text: value, path, role: roleOf(path) }
    return
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* collect(item, [...path, index])
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) {
    if (!NO_TEXT.has(key) || typeof item === 'object') yield* collectKey(key, item, path)
  }
}

function collectKey(key: string, item: unknown, path: readonly (string | number)[]) {
  // Lists of ids are lists of plain strings under a key of ids.
  if (NO_TEXT.has(key) && Array.isArray(item) && item.every((one) => typeof one === 'string')) return []
  return collect(item, [...path, key])
}

function roleOf(path: readonly (string | number)[]): TextRole {
  const keys = path.filter((key) => typeof key === 'string')
  const [last = '', before = ''] = [keys.at(-1), keys.at(-2)]
  if (last === 'en' || last === 'ru') return before === 'description' || before === 'text' ? 'prose' : 'line'
  if (last === 'text') return 'prose'
  if (last === 'pattern') return 'pattern'
  if (VALUES.has(last)) return 'value'
  // Steps name results and paths; no rule of names reads them, so they count as lines.
  return NAMES.has(last) && !keys.includes('steps') ? 'name' : 'line'
}
