import type { Locale } from '@/lib/topology/model/basics'
import type { Components } from '../../openapi/components'
import type { Method, Operation, Parameter, PathItem, Schema } from '../../openapi/document'
import { type ModelField, modelSchema, orNull } from '../../openapi/model-schema'
import { fieldsToCreate, partField } from '../../openapi/models'
import { headerParameter } from '../../openapi/parameters'
import { responses } from '../../openapi/responses'
import { titleOf } from '../../openapi/titles'
import { exactBound, valueSchema } from '../../openapi/value-schema'
import type { Field, UseCase } from '../../project'
import { words } from '../../wording'
import { GROUPS } from '../../wording-operations'
import type { CaseFacts } from './case-view'
import { entitySchema, REQUEST, RESPONSE } from './shown'

/** The path of a use case with its operation, as FastAPI describes it. */
export function casePath(
  useCase: UseCase,
  facts: CaseFacts,
  locale: Locale,
  components: Components,
): readonly [string, PathItem] {
  const method = useCase.method.toLowerCase() as Method
  return [`/api/v1${useCase.path}`, { [method]: operation(useCase, facts, locale, components) }]
}

function operation(useCase: UseCase, facts: CaseFacts, locale: Locale, components: Components): Operation {
  const inPath = [...facts.inPath].flatMap((name) => useCase.input.filter((field) => field.name === name))
  const others = useCase.input.filter(({ name }) => !facts.inPath.has(name))
  const body = facts.hasBody ? request(useCase, others, components) : null
  return {
    tags: [GROUPS.useCases[locale]],
    summary: useCase.title,
    description: `Run the use case ${words(useCase.name)}.`,
    operationId: useCase.name,
    parameters: [
      ...inPath.map((field) => pathParameter(field, components)),
      ...(facts.hasQuery ? queryParameters(others, components) : []),
      headerParameter('idempotency-key'),
    ],
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      ...responses(facts.status, answer(useCase, facts, components), facts.problems, locale),
      ...(facts.isConditional && { '204': { description: 'There is nothing to answer.' } }),
    },
  }
}

const AS_PARAMETER = { ...REQUEST, bound: exactBound }

function pathParameter({ name, type }: Field, components: Components): Parameter {
  const schema = valueSchema(type, AS_PARAMETER, components)
  return { name, in: 'path', required: true, schema: titled(name, schema) }
}

function queryParameters(fields: readonly Field[], components: Components): readonly Parameter[] {
  return fieldsToCreate(fields, AS_PARAMETER, components).map(({ name, nullable, required, ...field }) => ({
    name,
    in: 'query',
    required,
    schema: titled(name, {
      ...(nullable ? orNull(field.schema) : field.schema),
      ...(field.default === undefined ? {} : { default: field.default }),
    }),
  }))
}

/** What refers to a named schema has no title of its own. */
function titled(name: string, schema: Schema): Schema {
  return schema.$ref === undefined ? { ...schema, title: titleOf(name) } : schema
}

function request({ className, name }: UseCase, fields: readonly Field[], components: Components): Schema {
  const model = {
    title: `${className}Request`,
    description: `What is asked with: ${words(name)}.`,
    closed: true,
    fields: fieldsToCreate(fields, REQUEST, components),
  }
  return components.refer(model.title, () => modelSchema(model))
}

function answer({ className, name }: UseCase, facts: CaseFacts, components: Components): Schema | null {
  const { entity, parts } = facts.answer
  if (entity) {
    const one = entitySchema(entity.of, components)
    return entity.isList ? { type: 'array', items: one, title: `Response ${titleOf(name)}` } : one
  }
  if (!parts) return facts.status === 204 ? null : {}
  const fields: readonly ModelField[] = parts.map(({ field }) => ({
    ...partField(field, RESPONSE, components),
    required: true,
  }))
  const model = {
    title: `${className}Response`,
    description: `What is answered: ${words(name)}.`,
    closed: false,
    fields,
  }
  return components.refer(model.title, () => modelSchema(model))
}
