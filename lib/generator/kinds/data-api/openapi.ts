import { CRUD_OPERATIONS, type CrudOperation } from '@/lib/topology/model/service'
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
import { exactBound, floatBound, type TypeOf, type ValueStyle } from '../../openapi/value-schema'
import type { Entity, FieldType, Project, Service } from '../../project'
import { operationSummary } from '../../wording-operations'
import { searchPaths } from './openapi-searches'
import { unitPaths } from './openapi-units'

const DESCRIPTIONS: Readonly<Record<CrudOperation, string>> = {
  create: 'Store a new row.',
  read: 'Give one row.',
  list: 'Give the rows that meet all conditions, page by page.',
  update: 'Change the fields that the body has.',
  delete: 'Remove one row.',
}

const INPUT: ValueStyle = { direction: 'input', limits: true, bound: floatBound, refer }
const OUTPUT: ValueStyle = { ...INPUT, direction: 'output' }

const STYLE: ApiStyle = {
  prefix: '',
  guard: { token: 'serviceToken', problems: [401, 403] },
  summary: operationSummary,
  description: (operation) => DESCRIPTIONS[operation],
  models: { create: creation, update: change, entity: record, page },
  cursor: { type: 'string', maxLength: 200 },
  filters: { direction: 'input', limits: false, bound: exactBound, refer },
}

/** The description of a data API: every operation of every entity, searches, and what writes several rows at once. */
export function openapi(service: Service, { locale }: Project): OpenApi {
  const { title, entities, searched, takesUnits } = service
  const resources = entities.map((entity) => ({ entity, operations: CRUD_OPERATIONS }))
  return describeApi(title, locale, resources, STYLE, (locale, components) => ({
    ...searchPaths(searched, page, locale, components),
    ...(takesUnits ? unitPaths(locale, components) : {}),
  }))
}

function creation({ className, fields }: Entity, components: Components): Model {
  // What is never given back stands in a class of its own, below the others.
  const ordered = [...fields.filter((field) => !isSecret(field)), ...fields.filter(isSecret)]
  return {
    title: `${className}Create`,
    description: 'A new row.',
    closed: true,
    fields: fieldsToCreate(ordered, INPUT, components),
  }
}

function change({ className, fields }: Entity, components: Components): Model {
  return {
    title: `${className}Patch`,
    description: 'A change: what is left out stays as it is.',
    closed: true,
    fields: fieldsToUpdate(fields, INPUT, components),
  }
}

function record({ className, fields }: Entity, components: Components): Model {
  const told = fields.filter((field) => !isSecret(field))
  return {
    title: `${className}Record`,
    description: 'A stored row.',
    closed: false,
    fields: [...implicitFields({ type: 'integer' }), ...fieldsToCreate(told, OUTPUT, components)],
  }
}

function page(entity: Entity, components: Components): Model {
  const model = record(entity, components)
  const item = components.refer(model.title, () => modelSchema(model))
  return {
    title: `${entity.className}Page`,
    description: 'Some rows, and where the next ones begin.',
    closed: false,
    fields: [itemsField(item), nextCursor],
  }
}

function refer(type: TypeOf<'enum' | 'object'>, style: ValueStyle, components: Components): Schema {
  const { className } = type
  if (type.type === 'enum') {
    const values = type.values.map(({ name }) => name)
    return components.refer(className, () => enumSchema(className, 'One of a few values.', values))
  }
  // One class serves both directions; pydantic tells them apart where they differ.
  const suffix = !differs(type) ? '' : style.direction === 'input' ? '-Input' : '-Output'
  return components.refer(className + suffix, () =>
    modelSchema({
      title: className,
      description: 'A value of several parts.',
      closed: true,
      fields: type.fields.map((field) => partField(field, style, components)),
    }),
  )
}

/** Decimals are read in more forms than they are written in. */
function differs(type: FieldType): boolean {
  if (type.type === 'list') return differs(type.of)
  return (
    type.type === 'decimal' || (type.type === 'object' && type.fields.some((field) => differs(field.type)))
  )
}
