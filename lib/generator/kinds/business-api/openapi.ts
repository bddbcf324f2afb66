import type { CrudOperation } from '@/lib/topology/model/service'
import type { Components } from '../../openapi/components'
import { type ApiStyle, describeApi } from '../../openapi/describe-api'
import type { OpenApi, Schema } from '../../openapi/document'
import { type Model, modelSchema } from '../../openapi/model-schema'
import {
  enumSchema,
  fieldsToCreate,
  fieldsToUpdate,
  implicitFields,
  isSecret,
  itemsField,
  nextCursor,
  partField,
} from '../../openapi/models'
import { exactBound, floatBound, type TypeOf, type ValueStyle, valueSchema } from '../../openapi/value-schema'
import type { Entity, Project, Service } from '../../project'
import { words } from '../../wording'
import { operationSummary } from '../../wording-operations'

const DESCRIPTIONS: Readonly<Record<CrudOperation, (entity: Entity) => string>> = {
  create: ({ name }) => `Create one ${words(name)}.`,
  read: ({ name }) => `Give one ${words(name)}.`,
  list: ({ plural }) => `Give a page of ${words(plural)}.`,
  update: ({ name }) => `Change one ${words(name)}.`,
  delete: ({ name }) => `Delete one ${words(name)}.`,
}

const REQUEST: ValueStyle = { direction: 'input', limits: true, bound: floatBound, refer }
const RESPONSE: ValueStyle = { direction: 'output', limits: false, bound: floatBound, refer }

const STYLE: ApiStyle = {
  prefix: '/api/v1',
  guard: null,
  summary: operationSummary,
  description: (operation, entity) => DESCRIPTIONS[operation](entity),
  models: { create: creation, update: change, entity: response, page },
  cursor: { type: 'string' },
  filters: { ...REQUEST, limits: false, bound: exactBound },
}

/** The description of a Business API: the operations that are drawn. */
export function openapi({ title, resources }: Service, { locale }: Project): OpenApi {
  return describeApi(title, locale, resources, STYLE)
}

function creation({ className, name, fields }: Entity, components: Components): Model {
  return {
    title: `Create${className}Request`,
    description: `Values of a new ${words(name)}.`,
    closed: true,
    fields: fieldsToCreate(fields, REQUEST, components),
  }
}

function change({ className, name, fields }: Entity, components: Components): Model {
  return {
    title: `Update${className}Request`,
    description: `New values of one ${words(name)}; what is left out stays as it is.`,
    closed: true,
    fields: fieldsToUpdate(fields, REQUEST, components),
  }
}

function response({ className, fields }: Entity, components: Components): Model {
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

function page(entity: Entity, components: Components): Model {
  const model = response(entity, components)
  const item = components.refer(model.title, () => modelSchema(model))
  return {
    title: `${entity.className}PageResponse`,
    description: `A page of ${words(entity.plural)}.`,
    closed: false,
    fields: [nextCursor, itemsField(item)],
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
