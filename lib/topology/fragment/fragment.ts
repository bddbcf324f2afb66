import type { Topology } from '../model/topology'
import { type ListShape, type Shape, topologyShape } from '../shape'

/**
 * Some nodes and notes of a design, to be put into this or another design. Beside them the design holds what they
 * speak of: ends of their links, entities, messages. Those are not put anywhere, but found again by their names.
 */
export interface Fragment {
  readonly nodes: readonly string[]
  readonly notes: readonly string[]
  readonly design: Topology
}

/** The shape of the records in one list of a document. */
export function shapeIn(list: 'nodes' | 'links' | 'entities' | 'messages'): Shape {
  const found = topologyShape.properties.find(({ key }) => key === list)?.shape as ListShape
  return found.of
}
