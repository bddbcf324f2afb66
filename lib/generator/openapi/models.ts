import { type Json, pythonDecimal } from '../formats/python-json'
import type { Field, ObjectField } from '../project'
import type { Components } from './components'
import type { Schema } from './document'
import type { ModelField } from './model-schema'
import { type ValueStyle, valueSchema } from './value-schema'

/** Whether a caller may write a field, but never reads it again. */
export function isSecret({ type }: Field): boolean {
  return type.type === 'secret'
}

/** Fields of something new: what has a default may be left out. */
export function fieldsToCreate(
  fields: readonly Field[],
  style: ValueStyle,
  components: Components,
): readonly ModelField[] {
  return fields.map((field) => ({
    ...partField(field, style, components),
    required: field.required && field.default === null,
    ...(field.default?.default === 'constant'
      ? { default: constant(field, field.default.value, style) }
      : {}),
  }))
}

/** A default as pydantic writes it: decimals are texts, where read as `str` gives them, where written plainly. */
function constant({ type, required }: Field, value: Json, { direction }: ValueStyle): Json {
  if (type.type !== 'decimal') return value
  // In what may be null, pydantic does not look for the serializer of the decimal inside.
  return direction === 'output' && required ? String(value) : pythonDecimal(String(value))
}

/** Fields of a change: everything may be left out. */
export function fieldsToUpdate(
  fields: readonly Field[],
  style: ValueStyle,
  components: Components,
): readonly ModelField[] {
  return fields.map((field) => ({ ...partField(field, style, components), required: false }))
}

/** A field of an object, or of an answer. */
export function partField(field: ObjectField, style: ValueStyle, components: Components): ModelField {
  const { name, required, type } = field
  return { name, schema: valueSchema(type, style, components), nullable: !required, required }
}

/** What every entity has without asking, before its own fields. */
export function implicitFields(version: Schema): readonly ModelField[] {
  const always = { nullable: false, required: true }
  return [
    { name: 'id', schema: { type: 'string', format: 'uuid' }, ...always },
    { name: 'version', schema: version, ...always },
    { name: 'created_at', schema: { type: 'string', format: 'date-time' }, ...always },
    { name: 'updated_at', schema: { type: 'string', format: 'date-time' }, ...always },
  ]
}

/** The list of a page. */
export function itemsField(items: Schema): ModelField {
  return { name: 'items', schema: { type: 'array', items }, nullable: false, required: true }
}

/** Where the next page begins. */
export const nextCursor: ModelField = {
  name: 'next_cursor',
  schema: { type: 'string' },
  nullable: true,
  required: true,
}

/** The schema of a Python enum. */
export function enumSchema(title: string, description: string, values: readonly string[]): Schema {
  return { type: 'string', title, description, enum: values }
}
