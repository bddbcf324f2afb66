import type { Place } from '@/lib/topology/at'
import { lookup } from '@/lib/topology/lookup'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import { type ObjectShape, type Shape, shapeAt, topologyShape, variantOf } from '@/lib/topology/shape'

/**
 * The part of a design with a page of its own in the inspector that a place is in: an entity, a message, or an item
 * of a node that has lists of its own (a use case with its input and steps). Undefined where the form of the node,
 * the link or the project shows the place itself, and where nothing is there.
 */
export function pageOf(topology: Topology, { part, id = '', path = [] }: Place): Place | undefined {
  const look = lookup(topology)
  if (part === 'entity') return look.entity(id) && { part, id }
  if (part === 'message') return look.message(id) && { part, id }
  const node = part === 'node' ? look.node(id) : undefined
  const [list, index] = path
  if (!node || typeof list !== 'string' || typeof index !== 'number') return undefined
  const items = (node as unknown as Readonly<Record<string, unknown>>)[list]
  const there = Array.isArray(items) && index < items.length
  return there && hasPages(listShape(node, list)) ? { part: 'node', id, path: [list, index] } : undefined
}

/** Whether each item of such a list has a page of its own: items with lists of parts do. */
export function hasPages(shape: Shape | undefined): boolean {
  if (shape?.is !== 'list' || shape.of.is !== 'object') return false
  return shape.of.properties.some(({ shape: inner }) => inner.is === 'list' && isStructured(inner.of))
}

function isStructured({ is }: Shape): boolean {
  return is === 'object' || is === 'variants'
}

function listShape(node: Node, key: string): Shape | undefined {
  const shape = shapeAt(topologyShape, ['nodes'])
  if (shape?.is !== 'list' || !isStructured(shape.of)) return undefined
  const variant = variantOf(shape.of as ObjectShape, node)
  return variant?.properties.find((property) => property.key === key)?.shape
}
