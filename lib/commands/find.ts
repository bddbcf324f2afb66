import { kindOf } from '@/lib/catalog/catalog'
import type { Kind } from '@/lib/catalog/kind'
import type { Place } from '@/lib/topology/at'
import { lookup } from '@/lib/topology/lookup'
import type { Topology } from '@/lib/topology/model/topology'

/** Something of a design that has a name, and where it is. */
export interface Found {
  readonly name: string
  /** What it belongs to: the entity of a field, the owner of an entity. */
  readonly of: string | undefined
  readonly sort: 'node' | 'entity' | 'message' | 'field' | 'note'
  readonly kind: Kind | undefined
  readonly place: Place
}

const known = new WeakMap<Topology, readonly Found[]>()

/** More than this nobody reads; another letter finds better. */
const MOST = 40

/** What in a design is called like this: just so first, then names that begin so, then words that do, then the rest. */
export function findByName(topology: Topology, words: string): readonly Found[] {
  const wanted = plain(words)
  if (wanted === '') return []
  const ranked = everything(topology).flatMap((found) => {
    const rank = rankOf(plain(found.name), wanted)
    return rank === undefined ? [] : [{ found, rank }]
  })
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ found }) => found)
}

/** Case, and what stands between words, make no difference. */
function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_.-]+/g, ' ')
}

function rankOf(name: string, wanted: string): number | undefined {
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (name.includes(` ${wanted}`)) return 2
  return name.includes(wanted) ? 3 : undefined
}

function everything(topology: Topology): readonly Found[] {
  const all = known.get(topology) ?? [
    ...nodes(topology),
    ...messages(topology),
    ...entities(topology),
    ...notes(topology),
  ]
  known.set(topology, all)
  return all
}

function nodes(topology: Topology): readonly Found[] {
  const look = lookup(topology)
  return topology.nodes.map((node) => ({
    name: look.nameOf(node),
    of: undefined,
    sort: 'node',
    kind: kindOf(node),
    place: { part: 'node', id: node.id },
  }))
}

function entities(topology: Topology): readonly Found[] {
  const look = lookup(topology)
  return topology.entities.flatMap(({ id, name, owner, fields }) => {
    const node = look.node(owner)
    const of = node && look.nameOf(node)
    const kind = node && kindOf(node)
    return [
      { name, of, sort: 'entity' as const, kind, place: { part: 'entity' as const, id } },
      ...fields.map((field, index) => ({
        name: field.name,
        of: name,
        sort: 'field' as const,
        kind,
        place: { part: 'entity' as const, id, path: ['fields', index, 'name'] },
      })),
    ]
  })
}

function messages(topology: Topology): readonly Found[] {
  return topology.messages.flatMap(({ id, name, fields }) => [
    {
      name,
      of: undefined,
      sort: 'message' as const,
      kind: undefined,
      place: { part: 'message' as const, id },
    },
    ...fields.map((field, index) => ({
      name: field.name,
      of: name,
      sort: 'field' as const,
      kind: undefined,
      place: { part: 'message' as const, id, path: ['fields', index, 'name'] },
    })),
  ])
}

function notes({ layout }: Topology): readonly Found[] {
  return (layout?.notes ?? []).map(({ id, text }) => ({
    name: text,
    of: undefined,
    sort: 'note',
    kind: undefined,
    place: { part: 'note', id },
  }))
}
