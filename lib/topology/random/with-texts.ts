import type { Topology } from '../model/topology'
import { type ObjectShape, type Property, type Shape, topologyShape, variantOf } from '../shape'

type Plain = Readonly<Record<string, unknown>>

/** Room for any text of `hostileTexts` in a field that has one as its default. */
const ROOM = 1000

/**
 * The design with this text in every place for free text that the format has: texts for people and notes, present or
 * not, and defaults that are texts, whose fields lose the limits that would refuse it. It walks the schema, so a text
 * that is new in the format is reached by itself. Names, patterns and the like stay.
 */
export function withHostileTexts(topology: Topology, text: string): Topology {
  return filled(topologyShape, topology, text) as unknown as Topology
}

/** How many texts `withHostileTexts` changes: to be sure that it reaches any. */
export function countTexts(topology: Topology): number {
  const marked = JSON.stringify(withHostileTexts(topology, '\u0001'))
  return marked.split('"\\u0001"').length - 1
}

function filled(shape: Shape, value: unknown, text: string): unknown {
  switch (shape.is) {
    case 'text':
      return shape.role === undefined ? text.slice(0, shape.max) : value
    case 'list':
      return (value as readonly unknown[]).map((item) => filled(shape.of, item, text))
    case 'object':
      return filledObject(shape, value as Plain, text)
    case 'variants': {
      const variant = variantOf(shape, value as Plain)
      return variant ? filledObject(variant, value as Plain, text) : value
    }
    default:
      return value
  }
}

function filledObject(shape: ObjectShape, value: Plain, text: string): Plain {
  const made: Record<string, unknown> = {}
  for (const property of shape.properties) {
    const part = value[property.key] ?? absentTexts(property)
    if (part !== undefined) made[property.key] = filled(property.shape, part, text)
  }
  return hasTextDefault(value) ? { ...withRoom(made), default: text } : made
}

function hasTextDefault({ type, default: constant }: Plain): boolean {
  return (type === 'string' || type === 'text') && typeof constant === 'string'
}

function withRoom({ minLength: _min, maxLength: _max, pattern: _pattern, ...field }: Plain): Plain {
  return { ...field, maxLength: ROOM }
}

/** An absent object that consists of texts alone is filled too; anything else that is absent stays so. */
function absentTexts({ shape }: Property): Plain | string | undefined {
  if (shape.is === 'text' && shape.role === undefined) return ''
  if (shape.is !== 'object') return undefined
  return shape.properties.every((inner) => absentTexts(inner) !== undefined) ? {} : undefined
}
