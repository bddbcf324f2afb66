import type { Entity } from '../project'
import type { Components } from './components'
import type { Parameter, Schema } from './document'
import { orNull } from './model-schema'
import { titleOf } from './titles'
import { type ValueStyle, valueSchema } from './value-schema'

const DEFAULT_LIMIT = 20
const HIGHEST_LIMIT = 100

/** The id of an entity in a path. */
export function idParameter({ name }: Entity): Parameter {
  const parameter = `${name}_id`
  const schema: Schema = { type: 'string', format: 'uuid', title: titleOf(parameter) }
  return { name: parameter, in: 'path', required: true, schema }
}

/** A header that may be absent. */
export function headerParameter(name: string): Parameter {
  return maybe('header', name, { type: 'string' })
}

/** What a list can be asked: how much, from where, and which. */
export function listParameters(
  entity: Entity,
  cursor: Schema,
  style: ValueStyle,
  components: Components,
): readonly Parameter[] {
  return [
    {
      name: 'limit',
      in: 'query',
      required: false,
      schema: {
        type: 'integer',
        title: 'Limit',
        minimum: 1,
        maximum: HIGHEST_LIMIT,
        default: DEFAULT_LIMIT,
      },
    },
    maybe('query', 'cursor', cursor),
    ...entity.filters.map(({ parameter, field }) =>
      maybe('query', parameter, valueSchema(field.type, style, components)),
    ),
  ]
}

function maybe(place: 'query' | 'header', name: string, schema: Schema): Parameter {
  return { name, in: place, required: false, schema: { ...orNull(schema), title: titleOf(name) } }
}
