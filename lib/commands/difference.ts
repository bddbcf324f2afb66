import type { Entity } from '@/lib/topology/model/entity'
import type { Link } from '@/lib/topology/model/link'
import type { Message } from '@/lib/topology/model/message'
import type { Node } from '@/lib/topology/model/node'
import type { Layout, Position, Topology } from '@/lib/topology/model/topology'

/** A part of a design as plain data. */
export type Part = Readonly<Record<string, unknown>>

/** What one list lost, gained and changed between two documents. */
export interface ListDifference<T> {
  readonly added: readonly T[]
  readonly removed: readonly T[]
  readonly changed: readonly { readonly before: T; readonly after: T }[]
}

/** What differs between two documents, by the ids of the parts. */
export interface Difference {
  readonly nodes: ListDifference<Node>
  readonly links: ListDifference<Link>
  readonly entities: ListDifference<Entity>
  readonly messages: ListDifference<Message>
  readonly positions: ListDifference<Position>
  readonly notes: ListDifference<NonNullable<Layout['notes']>[number]>
}

/** Compares two documents. What they share is not looked at; what is other but equal is no difference. */
export function differenceOf(before: Topology, after: Topology): Difference {
  const id = (part: { readonly id: string }) => part.id
  return {
    nodes: compare(before.nodes, after.nodes, id),
    links: compare(before.links, after.links, id),
    entities: compare(before.entities, after.entities, id),
    messages: compare(before.messages, after.messages, id),
    positions: compare(before.layout?.positions, after.layout?.positions, ({ node }) => node),
    notes: compare(before.layout?.notes, after.layout?.notes, id),
  }
}

function compare<T>(
  before: readonly T[] = [],
  after: readonly T[] = [],
  key: (part: T) => string,
): ListDifference<T> {
  if (before === after) return { added: [], removed: [], changed: [] }
  const was = new Map(before.map((part) => [key(part), part]))
  const is = new Set(after.map(key))
  const changed = after.flatMap((part) => {
    const former = was.get(key(part))
    return former === undefined || same(former, part) ? [] : [{ before: former, after: part }]
  })
  return {
    added: after.filter((part) => !was.has(key(part))),
    removed: before.filter((part) => !is.has(key(part))),
    changed,
  }
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
