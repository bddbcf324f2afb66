import type { Field } from '@/lib/topology/model/field'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'

/** The most digits that MongoDB keeps of a decimal. */
const DIGITS = 34

/** The same design with MongoDB in place of PostgreSQL, and without what MongoDB cannot keep. */
export function onMongo(topology: Topology): Topology {
  return {
    ...topology,
    nodes: topology.nodes.map(moved),
    entities: topology.entities.map((entity) => ({ ...entity, fields: entity.fields.map(kept) })),
  }
}

function moved(node: Node): Node {
  if (node.type === 'database') return { ...node, engine: 'mongo' }
  if (node.type !== 'service' || node.kind !== 'postgres_data_api') return node
  const { port: _, ...rest } = node
  return { ...rest, kind: 'mongo_data_api' }
}

function kept(field: Field): Field {
  if (field.type === 'reference' && field.onDelete === 'cascade') return { ...field, onDelete: 'restrict' }
  if (field.type === 'decimal' && field.precision > DIGITS) return { ...field, precision: DIGITS }
  return field
}
