import type { Node } from '@/lib/topology/model/node'
import {
  type ListShape,
  type ObjectShape,
  type Shape,
  topologyShape,
  type VariantsShape,
  variantOf,
} from '@/lib/topology/shape'

type Structured = ObjectShape | VariantsShape

function propertyOf(shape: ObjectShape, key: string): Shape {
  const property = shape.properties.find((candidate) => candidate.key === key)
  if (!property) throw new Error(`The format has no "${key}" in ${shape.name}.`)
  return property.shape
}

/** What the items of a list of the format are. */
function itemOf(shape: Shape): Structured {
  const item = (shape as ListShape).of
  if (item.is !== 'object' && item.is !== 'variants') throw new Error('The items of this list have no parts.')
  return item
}

/** The shape of the name that all variants have. */
function nameOf(shape: Structured): Shape {
  const [variant] = shape.is === 'variants' ? shape.byTag.values() : [shape]
  if (!variant) throw new Error(`The format has no variant of ${shape.name}.`)
  return variant.is === 'object' ? propertyOf(variant, 'name') : nameOf(variant)
}

const project = propertyOf(topologyShape, 'project') as ObjectShape
const entity = itemOf(propertyOf(topologyShape, 'entities')) as ObjectShape

/** The shapes of the parts of a design that have a form of their own. */
export const shapes = {
  project,
  entity,
  message: itemOf(propertyOf(topologyShape, 'messages')) as ObjectShape,
  node: itemOf(propertyOf(topologyShape, 'nodes')),
  link: itemOf(propertyOf(topologyShape, 'links')),
  field: itemOf(propertyOf(entity, 'fields')),
  /** A text for people, in one language. */
  localText: propertyOf(propertyOf(project, 'title') as ObjectShape, 'en'),
  fieldName: nameOf(itemOf(propertyOf(entity, 'fields'))),
} as const

/** The shape of the items of a list of a node; undefined where the node has no such list of parts. */
export function itemShape(node: Node, list: string): Structured | undefined {
  const property = variantOf(shapes.node, node)?.properties.find(({ key }) => key === list)
  const item = property?.shape.is === 'list' ? property.shape.of : undefined
  return item?.is === 'object' || item?.is === 'variants' ? item : undefined
}
