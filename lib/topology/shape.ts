import type * as z from 'zod'
import type { TextRole } from './model/basics'
import { topologySchema } from './model/topology'

/**
 * The format as plain data: what the link, the canonical form, the repairs and
 * the random designs walk, so that none of them names a type and a new part of
 * the model reaches them all by itself.
 */
export type Shape =
  | TextShape
  | NumberShape
  | { readonly is: 'boolean'; readonly schema: z.ZodType }
  | { readonly is: 'choice'; readonly options: readonly Choice[]; readonly schema: z.ZodType }
  /** A constant whose type only the value tells. */
  | { readonly is: 'constant'; readonly schema: z.ZodType }
  | ListShape
  | ObjectShape
  | VariantsShape

export type Choice = string | number | boolean | null

export interface TextShape {
  readonly is: 'text'
  readonly role: TextRole | undefined
  readonly max: number
  readonly schema: z.ZodType
}

export interface NumberShape {
  readonly is: 'number'
  /** A place or a size on the canvas, where parts of a pixel mean nothing. */
  readonly pixels: boolean
  readonly whole: boolean
  readonly min: number
  readonly max: number
  readonly schema: z.ZodType
}

export interface ListShape {
  readonly is: 'list'
  readonly of: Shape
  readonly min: number
  readonly max: number
}

export interface ObjectShape {
  readonly is: 'object'
  /** Where it stands in the format: `Topology.project`, `Node:service:business_api`. */
  readonly name: string
  readonly properties: readonly Property[]
}

export interface VariantsShape {
  readonly is: 'variants'
  readonly name: string
  /** The key whose value tells the variant. */
  readonly tag: string
  readonly byTag: ReadonlyMap<Choice, ObjectShape | VariantsShape>
}

export interface Property {
  readonly key: string
  readonly shape: Shape
  readonly optional: boolean
  /** What its absence means, where the format says so. */
  readonly absent: unknown
}

/** The parts of a zod schema that this file reads; zod types them per class only. */
interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly getter?: () => z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly discriminator?: string
  readonly values?: readonly Choice[]
  readonly entries?: Readonly<Record<string, string>>
  readonly checks?: readonly { _zod: { def: { check: string; minimum?: number; maximum?: number } } }[]
}

const known = new Map<z.ZodType, Shape>()

function definitionOf(schema: z.ZodType): Definition {
  return schema._zod.def as unknown as Definition
}

function limits({ checks = [] }: Definition): { min: number; max: number } {
  const found = { min: 0, max: Number.POSITIVE_INFINITY }
  for (const { _zod } of checks) {
    if (_zod.def.check === 'min_length') found.min = _zod.def.minimum ?? 0
    if (_zod.def.check === 'max_length') found.max = _zod.def.maximum ?? found.max
  }
  return found
}

/** The shape of a schema of the model; `name` is used unless the schema has an id of its own. */
export function shapeOf(schema: z.ZodType, name = ''): Shape {
  const ready = known.get(schema)
  if (ready) return ready
  const definition = definitionOf(schema)
  if (definition.type === 'lazy' && definition.getter) return shapeOf(definition.getter(), name)
  const made = make(schema, definition, schema.meta()?.id ?? name)
  known.set(schema, made)
  return made
}

function make(schema: z.ZodType, definition: Definition, name: string): Shape {
  switch (definition.type) {
    case 'string':
      return { is: 'text', role: schema.meta()?.role as TextRole | undefined, schema, ...limits(definition) }
    case 'number':
      return number(schema as z.ZodNumber)
    case 'boolean':
      return { is: 'boolean', schema }
    case 'literal':
      return { is: 'choice', options: definition.values ?? [], schema }
    case 'enum':
      return { is: 'choice', options: Object.values(definition.entries ?? {}), schema }
    case 'array':
      return list(definition, name)
    case 'object':
      return object(schema, definition, name)
    case 'union':
      return union(schema, definition, name)
    default:
      throw new Error(`The format uses "${definition.type}" at ${name}, which has no shape.`)
  }
}

function number(schema: z.ZodNumber): Shape {
  const { minValue, maxValue, isInt } = schema
  return {
    is: 'number',
    pixels: schema.meta()?.role === 'pixels',
    whole: isInt,
    min: minValue ?? Number.NEGATIVE_INFINITY,
    max: maxValue ?? Number.POSITIVE_INFINITY,
    schema,
  }
}

function list(definition: Definition, name: string): Shape {
  const element = definition.element
  if (!element) throw new Error(`A list without elements at ${name}.`)
  return { is: 'list', of: shapeOf(element, name), ...limits(definition) }
}

function object(schema: z.ZodType, definition: Definition, name: string): Shape {
  const properties: Property[] = []
  const made: ObjectShape = { is: 'object', name, properties }
  known.set(schema, made)
  for (const [key, value] of Object.entries(definition.shape ?? {})) {
    const inner = definitionOf(value).type === 'optional' ? definitionOf(value).innerType : undefined
    properties.push({
      key,
      shape: shapeOf(inner ?? value, `${name}.${key}`),
      optional: inner !== undefined,
      absent: value.meta()?.default,
    })
  }
  return made
}

function union(schema: z.ZodType, definition: Definition, name: string): Shape {
  const options = definition.options ?? []
  if (definition.discriminator) return variants(schema, options, definition.discriminator, name)
  const literals = options.map((option) => definitionOf(option))
  return literals.every(({ type }) => type === 'literal')
    ? { is: 'choice', options: literals.flatMap(({ values = [] }) => values), schema }
    : { is: 'constant', schema }
}

function variants(schema: z.ZodType, options: readonly z.ZodType[], tag: string, name: string): Shape {
  const byTag = new Map<Choice, ObjectShape | VariantsShape>()
  const made: VariantsShape = { is: 'variants', name, tag, byTag }
  known.set(schema, made)
  for (const option of options) {
    const tags = tagsOf(option, tag)
    const shape = shapeOf(option, `${name}:${tags.join('|')}`)
    if (shape.is !== 'object' && shape.is !== 'variants')
      throw new Error(`A variant of ${name} is no object.`)
    for (const value of tags) byTag.set(value, shape)
  }
  return made
}

/** The values of the tag that belong to an option, also where the option is itself a choice of variants. */
function tagsOf(option: z.ZodType, tag: string): readonly Choice[] {
  const definition = definitionOf(option)
  const literal = definition.shape?.[tag]
  if (literal) return definitionOf(literal).values ?? []
  return [...new Set((definition.options ?? []).flatMap((inner) => tagsOf(inner, tag)))]
}

/** The object that a value is, by its tags; undefined where a tag is missing or unknown. */
export function variantOf(shape: ObjectShape | VariantsShape, value: object): ObjectShape | undefined {
  if (shape.is === 'object') return shape
  const tag = Object.hasOwn(value, shape.tag) ? (value as Record<string, Choice>)[shape.tag] : undefined
  const variant = tag === undefined ? undefined : shape.byTag.get(tag)
  return variant && variantOf(variant, value)
}

/** The shape at the end of a path of keys of objects; undefined where a key is unknown or a value has to decide. */
export function shapeAt(shape: Shape, keys: readonly string[]): Shape | undefined {
  const [key, ...rest] = keys
  if (key === undefined) return shape
  if (shape.is !== 'object') return undefined
  const property = shape.properties.find((candidate) => candidate.key === key)
  return property && shapeAt(property.shape, rest)
}

/** The shape of the whole document. */
export const topologyShape = shapeOf(topologySchema, 'Topology') as ObjectShape
