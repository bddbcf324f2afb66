import type { Json } from '../formats/python-json'
import type { Schema } from './document'
import { titleOf } from './titles'

/** A pydantic model, as far as its JSON schema tells of it. */
export interface Model {
  /** The name of the class. */
  readonly title: string
  /** Its docstring. */
  readonly description: string
  /** It refuses fields that it does not know. */
  readonly closed: boolean
  /** In the order in which the class has them, those of its bases first. */
  readonly fields: readonly ModelField[]
}

export interface ModelField {
  readonly name: string
  readonly schema: Schema
  /** It may be null. */
  readonly nullable: boolean
  /** It may not be left out. */
  readonly required: boolean
  /** What it is when it is left out, where the schema tells. */
  readonly default?: Json
}

/** The JSON schema of a model. */
export function modelSchema({ title, description, closed, fields }: Model): Schema {
  const required = fields.filter((field) => field.required).map(({ name }) => name)
  return {
    type: 'object',
    title,
    description,
    properties: Object.fromEntries(fields.map((field) => [field.name, property(field)])),
    ...(required.length > 0 ? { required } : {}),
    ...(closed ? { additionalProperties: false } : {}),
  }
}

/** What refers to a named schema has no title of its own: the schema has one. */
function property({ name, schema, nullable, ...field }: ModelField): Schema {
  return {
    ...(nullable ? orNull(schema) : schema),
    ...(schema.$ref === undefined ? { title: titleOf(name) } : {}),
    ...(field.default === undefined ? {} : { default: field.default }),
  }
}

/** The schema of a value that may also be null. */
export function orNull(schema: Schema): Schema {
  return { anyOf: [...(schema.anyOf ?? [schema]), { type: 'null' }] }
}
