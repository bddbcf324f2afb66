import type { Components } from '../../openapi/components'
import type { Schema } from '../../openapi/document'
import { type Model, modelSchema } from '../../openapi/model-schema'
import { enumSchema, implicitFields, isSecret, partField } from '../../openapi/models'
import { floatBound, type TypeOf, type ValueStyle, valueSchema } from '../../openapi/value-schema'
import type { Entity } from '../../project'

/** How values are described that callers of a Business API send, and that they get. */
export const REQUEST: ValueStyle = { direction: 'input', limits: true, bound: floatBound, refer }
export const RESPONSE: ValueStyle = { direction: 'output', limits: false, bound: floatBound, refer }

/** A reference to an entity as callers see it. */
export function entitySchema(entity: Entity, components: Components): Schema {
  const model = response(entity, components)
  return components.refer(model.title, () => modelSchema(model))
}

/** An entity as callers see it. */
export function response({ className, fields }: Entity, components: Components): Model {
  const version = valueSchema({ type: 'integer', min: '', max: '' }, RESPONSE, components)
  const told = fields.filter((field) => !isSecret(field))
  return {
    title: `${className}Response`,
    description: `${className}, as callers see it.`,
    closed: false,
    fields: [
      ...implicitFields(version),
      ...told.map((field) => always(partField(field, RESPONSE, components))),
    ],
  }
}

function refer(type: TypeOf<'enum' | 'object'>, style: ValueStyle, components: Components): Schema {
  const { className } = type
  if (type.type === 'enum') {
    const values = type.values.map(({ name }) => name)
    return components.refer(className, () => enumSchema(className, `${className}: what it can be.`, values))
  }
  const isRequest = style.direction === 'input'
  const title = className + (isRequest ? 'Request' : 'Response')
  const fields = type.fields.map((field) => partField(field, style, components))
  return components.refer(title, () =>
    modelSchema({
      title,
      description: `${className}: a value of several parts.`,
      closed: isRequest,
      fields: isRequest ? fields : fields.map(always),
    }),
  )
}

/** Answers leave nothing out: what is absent is null. */
function always<T extends object>(field: T): T & { readonly required: true } {
  return { ...field, required: true }
}
