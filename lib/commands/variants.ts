import type { Property, VariantsShape } from '@/lib/topology/shape'

/** What the names of a new variant begin with; a person changes them where theirs differ. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  issuerVariable: 'OIDC_ISSUER',
  audienceVariable: 'OIDC_AUDIENCE',
}

/** A value of the variant with this tag, with the least that the format asks of it. */
export function newVariant(shape: VariantsShape, tag: string): object {
  const variant = shape.byTag.get(tag)
  if (variant?.is !== 'object') throw new Error(`There is no variant "${tag}" of ${shape.name}.`)
  const rest = variant.properties.filter(({ key, optional }) => !optional && key !== shape.tag)
  return { [shape.tag]: tag, ...Object.fromEntries(rest.map((property) => [property.key, least(property)])) }
}

function least({ key, shape }: Property): unknown {
  switch (shape.is) {
    case 'list':
      return []
    case 'boolean':
      return false
    case 'number':
      return shape.min
    case 'choice':
      return shape.options[0]
    case 'object':
      return {}
    default:
      return BEGINNINGS[key] ?? ''
  }
}
