import type { Locale } from '@/lib/topology/model/basics'
import type { CrudOperation } from '@/lib/topology/model/service'
import type { Entity, Resource } from '../project'
import { entityGroup } from '../wording-operations'
import type { ProblemStatus } from '../wording-problems'
import { Components } from './components'
import { CRUD_FACTS, type ModelUse } from './crud'
import type { OpenApi, Operation, Parameter, PathItem, Schema } from './document'
import { type Model, modelSchema } from './model-schema'
import { headerParameter, idParameter, listParameters } from './parameters'
import { probes } from './probes'
import { problemSchemas, responses } from './responses'
import type { ValueStyle } from './value-schema'

/** How a kind of service words its API, beyond what all have in common. */
export interface ApiStyle {
  /** Before the path of every entity. */
  readonly prefix: string
  /** The token that every caller has to send, and how those who do not are refused; null for an open API. */
  readonly guard: { readonly token: string; readonly problems: readonly ProblemStatus[] } | null
  /** What is answered to anything that is asked, beside its own problems. */
  readonly always?: readonly ProblemStatus[]
  readonly summary: (operation: CrudOperation, entity: Entity, locale: Locale) => string
  /** The docstring of the function. */
  readonly description: (operation: CrudOperation, entity: Entity) => string
  readonly models: Readonly<Record<ModelUse, (entity: Entity, components: Components) => Model>>
  /** The parameter that continues a list. */
  readonly cursor: Schema
  readonly filters: ValueStyle
}

/** Operations beside those of entities. */
export type FurtherPaths = (locale: Locale, components: Components) => Readonly<Record<string, PathItem>>

/**
 * Describes an API as FastAPI would: what it is called, the operations it offers over entities and beside them, the
 * schemas these need.
 */
export function describeApi(
  title: string,
  locale: Locale,
  resources: readonly Resource[],
  style: ApiStyle,
  further: FurtherPaths = () => ({}),
): OpenApi {
  const describe = new Describer(locale, style)
  const paths = together([
    ...resources.flatMap((resource) => describe.paths(resource)),
    ...Object.entries(further(locale, describe.components)),
  ])
  return {
    openapi: '3.1.0',
    info: { title, version: '0.1.0' },
    paths: {
      ...probes(locale, describe.components),
      ...paths,
    },
    components: {
      schemas: { ...describe.components.all, ...problemSchemas },
      // FastAPI names only schemes that some operation asks for.
      ...(style.guard && resources.length > 0
        ? { securitySchemes: { [style.guard.token]: { type: 'http', scheme: 'bearer' } } }
        : {}),
    },
  }
}

/** Operations of one path stand together. */
export function together(
  items: readonly (readonly [string, PathItem])[],
): Readonly<Record<string, PathItem>> {
  const paths: Record<string, PathItem> = {}
  for (const [path, item] of items) paths[path] = { ...paths[path], ...item }
  return paths
}

class Describer {
  readonly components = new Components()

  constructor(
    private readonly locale: Locale,
    private readonly style: ApiStyle,
  ) {}

  paths({ entity, operations }: Resource): readonly [string, PathItem][] {
    const all = this.style.prefix + entity.path
    const paths = { all, one: `${all}/{${entity.name}_id}` }
    const items: Record<string, PathItem> = {}
    for (const operation of operations) {
      const { method, about } = CRUD_FACTS[operation]
      items[paths[about]] = { ...items[paths[about]], [method]: this.operation(operation, entity) }
    }
    return Object.entries(items)
  }

  private operation(operation: CrudOperation, entity: Entity): Operation {
    const { status, problems, ...models } = CRUD_FACTS[operation]
    const { summary, description, guard, always = [] } = this.style
    const parameters = this.parameters(operation, entity)
    const body = this.model(models.body, entity)
    const answer = this.model(models.answer, entity)
    return {
      tags: [entityGroup(entity)],
      summary: summary(operation, entity, this.locale),
      description: description(operation, entity),
      operationId: operationName(operation, entity),
      ...(guard ? { security: [{ [guard.token]: [] }] } : {}),
      ...(parameters.length > 0 ? { parameters } : {}),
      ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
      responses: responses(status, answer, [...(guard?.problems ?? []), ...problems, ...always], this.locale),
    }
  }

  private parameters(operation: CrudOperation, entity: Entity): readonly Parameter[] {
    const { about, header } = CRUD_FACTS[operation]
    const { cursor, filters } = this.style
    const isList = operation === 'list'
    return [
      ...(about === 'one' ? [idParameter(entity)] : []),
      ...(isList ? listParameters(entity, cursor, filters, this.components) : []),
      ...(header ? [headerParameter(header)] : []),
    ]
  }

  private model(use: ModelUse | null, entity: Entity): Schema | null {
    if (!use) return null
    const model = this.style.models[use](entity, this.components)
    return this.components.refer(model.title, () => modelSchema(model))
  }
}

/** The name of the function in Python: `create_loan`, `list_loans`. */
export function operationName(operation: CrudOperation, { name, plural }: Entity): string {
  return `${operation}_${operation === 'list' ? plural : name}`
}
