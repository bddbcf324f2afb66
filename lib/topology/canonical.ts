import { compareIds } from './ids'
import type { Topology } from './model/topology'
import { plainZeros } from './plain-zeros'
import { type ObjectShape, type Property, type Shape, topologyShape, variantOf } from './shape'

/**
 * The one form of all documents that mean the same: keys in the order of the
 * format, nothing that absence already says, whole pixels, and what has no
 * order (nodes, links, entities, messages, places) in the order of its ids.
 */
export function canonical(topology: Topology): Topology {
  const plain = canonicalObject(topologyShape, topology) as unknown as Topology
  const { layout } = plain
  return {
    ...plain,
    nodes: inOrder(plain.nodes, ({ id }) => id),
    links: inOrder(plain.links, ({ id }) => id),
    entities: inOrder(plain.entities, ({ id }) => id),
    messages: inOrder(plain.messages, ({ id }) => id),
    ...(layout && {
      layout: {
        ...layout,
        positions: inOrder(layout.positions, ({ node }) => node),
        ...(layout.notes && { notes: inOrder(layout.notes, ({ id }) => id) }),
      },
    }),
  }
}

/** Whether two documents are the same design, layout included. */
export function sameDesign(a: Topology, b: Topology): boolean {
  return a === b || JSON.stringify(canonical(a)) === JSON.stringify(canonical(b))
}

function inOrder<T>(list: readonly T[], id: (item: T) => string): readonly T[] {
  // Equal ids are a fault that a rule reports; their order must not depend on the document's all the same.
  const key = (item: T) => JSON.stringify(item)
  return [...list].sort((a, b) => compareIds(id(a), id(b)) || (key(a) < key(b) ? -1 : 1))
}

function canonicalValue(shape: Shape, value: unknown): unknown {
  switch (shape.is) {
    case 'number':
      return plainZeros(shape.pixels ? Math.round(value as number) : value)
    case 'list':
      return (value as readonly unknown[]).map((item) => canonicalValue(shape.of, item))
    case 'object':
      return canonicalObject(shape, value as object)
    case 'variants': {
      const variant = variantOf(shape, value as object)
      return variant ? canonicalObject(variant, value as object) : value
    }
    default:
      return plainZeros(value)
  }
}

function canonicalObject(shape: ObjectShape, value: object): Record<string, unknown> {
  const given = value as Readonly<Record<string, unknown>>
  const made: Record<string, unknown> = {}
  for (const property of shape.properties) {
    const part = given[property.key]
    if (part === undefined) continue
    const form = canonicalValue(property.shape, part)
    if (!saysNothing(property, form)) made[property.key] = form
  }
  return made
}

/** Whether leaving this value out would mean the same: it is the default, or an object with nothing in it. */
function saysNothing({ optional, absent, shape }: Property, value: unknown): boolean {
  if (!optional) return false
  if (value === absent) return true
  if (typeof value !== 'object' || value === null) return false
  if (absent !== undefined) return JSON.stringify(value) === JSON.stringify(absent)
  return shape.is === 'object' && Object.keys(value).length === 0
}
