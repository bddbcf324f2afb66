import type { YamlObject } from '../formats/yaml'
import { titleOf } from '../openapi/titles'

type Properties = Readonly<Record<string, YamlObject>>

const REQUIRED: Properties = {
  event_id: { type: 'string', format: 'uuid' },
  type: { type: 'string' },
  version: { type: 'integer' },
  occurred_at: { type: 'string', format: 'date-time' },
  data: { type: 'object', additionalProperties: { $ref: '#/components/schemas/JsonValue' } },
}

const OPTIONAL: Properties = {
  correlation_id: { type: 'string' },
  traceparent: { type: 'string' },
  entity_id: { type: 'string', format: 'uuid' },
  entity_version: { type: 'integer' },
}

/** The body of every message, as pydantic describes `shared.messaging.envelope.Envelope`. */
export const ENVELOPE_SCHEMAS: YamlObject = {
  Envelope: {
    type: 'object',
    title: 'Envelope',
    description: 'What the body of a message holds, whatever it is about.',
    properties: {
      ...properties(REQUIRED, (schema) => schema),
      ...properties(OPTIONAL, (schema) => ({ anyOf: [schema, { type: 'null' }], default: null })),
    },
    required: Object.keys(REQUIRED),
  },
  JsonValue: {},
}

function properties(schemas: Properties, shape: (schema: YamlObject) => YamlObject): YamlObject {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, { ...shape(schema), title: titleOf(name) }]),
  )
}
