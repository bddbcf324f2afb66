import type { Locale } from '@/lib/topology/model/basics'
import type { Components } from '../../openapi/components'
import type { PathItem, Schema } from '../../openapi/document'
import { type Model, modelSchema } from '../../openapi/model-schema'
import { responses } from '../../openapi/responses'
import { floatBound } from '../../openapi/value-schema'
import type { Entity } from '../../project'
import { entityGroup, searchSummary } from '../../wording-operations'

const MOST = 100
const LONGEST_PLACE = 100_000

/** The searches of a data API, one for each entity that somebody searches. */
export function searchPaths(
  entities: readonly Entity[],
  page: (entity: Entity, components: Components) => Model,
  locale: Locale,
  components: Components,
): Readonly<Record<string, PathItem>> {
  const refer = (model: Model) => components.refer(model.title, () => modelSchema(model))
  return Object.fromEntries(
    entities.map((entity): readonly [string, PathItem] => {
      const name = `search_${entity.plural}`
      return [
        `${entity.path}/search`,
        {
          post: {
            tags: [entityGroup(entity)],
            summary: searchSummary(entity, locale),
            description: 'Give the rows that meet all conditions, in the wanted order, page by page.',
            operationId: name,
            security: [{ serviceToken: [] }],
            requestBody: {
              required: true,
              content: { 'application/json': { schema: refer(body(refer(condition))) } },
            },
            responses: responses(200, refer(page(entity, components)), [401, 403, 413, 422, 503], locale),
          },
        },
      ]
    }),
  )
}

const NAME: Schema = { type: 'string', maxLength: 63 }
const always = { nullable: false, required: true }
const maybe = { nullable: false, required: false }

const condition: Model = {
  title: 'SearchCondition',
  description: 'What a field has to be; null stands for no value at all.',
  closed: true,
  fields: [
    { name: 'field', schema: NAME, ...always },
    { name: 'operator', schema: { type: 'string', enum: ['=', '!=', '<', '<=', '>', '>='] }, ...always },
    {
      name: 'value',
      schema: { anyOf: [{ type: 'boolean' }, { type: 'integer' }, { type: 'string' }] },
      nullable: true,
      required: true,
    },
  ],
}

function body(conditions: Schema): Model {
  return {
    title: 'SearchBody',
    description: 'Which rows are wanted, and in which order.',
    closed: true,
    fields: [
      { name: 'where', schema: { type: 'array', items: conditions, maxItems: 10 }, ...always },
      { name: 'order_by', schema: NAME, ...maybe, default: 'created_at' },
      { name: 'descending', schema: { type: 'boolean' }, ...maybe, default: false },
      {
        name: 'limit',
        schema: { type: 'integer', minimum: floatBound('1'), maximum: floatBound(String(MOST)) },
        ...maybe,
        default: MOST,
      },
      {
        name: 'cursor',
        schema: { type: 'string', maxLength: LONGEST_PLACE },
        nullable: true,
        required: false,
      },
    ],
  }
}
