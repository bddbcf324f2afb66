import type { ObjectShape, Property, Shape, VariantsShape } from '@/lib/topology/shape'
import type { WireFormat, WireProperty, WireShape, WireType, WireVariants } from './format'

/** The table of the link for a format as it stands, with everything in the order of the schema. */
export function deriveWire(root: ObjectShape, version: number): WireFormat {
  const shapes: Record<string, WireShape> = {}
  collect(root, shapes)
  return { version, root: root.name, shapes }
}

function collect(shape: Shape, shapes: Record<string, WireShape>): void {
  if (shape.is === 'list') collect(shape.of, shapes)
  if ((shape.is !== 'object' && shape.is !== 'variants') || shapes[shape.name]) return
  if (shape.is === 'object') {
    shapes[shape.name] = { properties: shape.properties.map(toProperty) }
    for (const property of shape.properties) collect(property.shape, shapes)
  } else {
    shapes[shape.name] = toVariants(shape)
    for (const variant of shape.byTag.values()) collect(variant, shapes)
  }
}

function toVariants({ tag, byTag }: VariantsShape): WireVariants {
  return { tag, variants: [...byTag].map(([value, { name }]) => ({ value, shape: name })) }
}

function toProperty({ key, shape, optional, absent }: Property): WireProperty {
  if (!optional) return { key, type: toType(shape) }
  // The canonical form keeps a yes or no only where it differs from its default, so its presence says it.
  const said = shape.is === 'boolean' && typeof absent === 'boolean'
  return { key, type: said ? { literal: !absent } : toType(shape), optional: true }
}

function toType(shape: Shape): WireType {
  switch (shape.is) {
    case 'text':
      return shape.role === 'id' ? 'id' : 'text'
    case 'number':
      return shape.pixels ? 'near' : 'number'
    case 'boolean':
    case 'constant':
      return shape.is
    case 'choice':
      return shape.options.length === 1 ? { literal: shape.options[0] ?? null } : { choice: shape.options }
    case 'list':
      return { list: toType(shape.of) }
    default:
      return { shape: shape.name }
  }
}
