import { Components } from '../openapi/components'
import type { Schema } from '../openapi/document'
import { type ModelField, modelSchema } from '../openapi/model-schema'
import { enumSchema, fieldsToCreate, partField } from '../openapi/models'
import { exactBound, type TypeOf, type ValueStyle } from '../openapi/value-schema'
import type { Field, Message } from '../project'

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

/** What a reader of messages accepts, with the limits as pydantic itself writes them. */
const STYLE: ValueStyle = { direction: 'input', limits: true, bound: exactBound, refer }

/** A schema that stands alone. */
export type MessageSchema = Schema & {
  readonly $schema: string
  readonly $defs?: Readonly<Record<string, Schema>>
}

/** Where the schema of a message is, seen from the folder of all contracts. */
export function schemaPath({ name }: Pick<Message, 'name'>): string {
  return `events/${name}.schema.json`
}

/** The JSON schema of what a message tells: what pydantic gives for its model. */
export function messageSchema({ name, className, fields }: Message): MessageSchema {
  const parts = new Components('#/$defs/')
  const model = modelSchema({
    title: className,
    description: `What \`${name}\` tells.`,
    closed: false,
    fields: fieldsToCreate(fields, STYLE, parts).map((told, index) => orNothing(told, fields[index])),
  })
  const definitions = Object.keys(parts.all).length > 0 ? { $defs: parts.all } : {}
  return { $schema: DIALECT, ...definitions, ...model }
}

/** What may be left out is null then. */
function orNothing(told: ModelField, field: Pick<Field, 'default'> | undefined): ModelField {
  return told.required || field?.default ? told : { ...told, default: null }
}

function refer(type: TypeOf<'enum' | 'object'>, style: ValueStyle, parts: Components): Schema {
  const { className: title } = type
  if (type.type === 'enum') {
    const values = type.values.map(({ name }) => name)
    return parts.refer(title, () => enumSchema(title, 'One of a few values.', values))
  }
  const fields = type.fields.map((field) => orNothing(partField(field, style, parts), undefined))
  const description = 'A value of several parts.'
  return parts.refer(title, () => modelSchema({ title, description, closed: false, fields }))
}
