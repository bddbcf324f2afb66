import type { Locale } from '@/lib/topology/model/basics'
import type { Components } from '../../openapi/components'
import type { FurtherPaths } from '../../openapi/describe-api'
import type { Operation, Schema } from '../../openapi/document'
import { type Model, type ModelField, modelSchema, orNull } from '../../openapi/model-schema'
import { headerParameter } from '../../openapi/parameters'
import { responses } from '../../openapi/responses'
import { floatBound } from '../../openapi/value-schema'
import { GROUPS, OTHER_SUMMARIES } from '../../wording-operations'
import type { ProblemStatus } from '../../wording-problems'

const MOST = 100
const HIGHEST_VERSION = '999999999'
const ALWAYS: readonly ProblemStatus[] = [401, 403, 413, 422, 503]
const UUID: Schema = { type: 'string', format: 'uuid' }
const MOMENT: Schema = { type: 'string', format: 'date-time' }

/** The operations of units and of the outbox, the same for every data API that has them. */
export const unitPaths: FurtherPaths = (locale, components) => {
  const refer = (model: Model) => components.refer(model.title, () => modelSchema(model))
  const post = (
    name: string,
    { summary, status, body, answer, problems = [], group, ...rest }: Facts,
  ): Operation => ({
    ...rest,
    tags: [group[locale]],
    summary: summary[locale],
    operationId: name,
    security: [{ serviceToken: [] }],
    requestBody: { required: true, content: { 'application/json': { schema: refer(body) } } },
    responses: responses(status, answer ? refer(answer) : null, [...ALWAYS, ...problems], locale),
  })
  const models = modelsWith(components)
  return {
    '/units': {
      post: post('commit_unit', {
        group: GROUPS.units,
        summary: OTHER_SUMMARIES.commitUnit,
        description:
          'Write rows and messages all together, or not at all; of nothing, tell what was written.',
        parameters: [headerParameter('idempotency-key')],
        status: 200,
        body: models.unit(refer),
        answer: models.answer,
        problems: [404, 409, 412],
      }),
    },
    '/outbox/leases': {
      post: post('lease_messages', {
        group: GROUPS.outbox,
        summary: OTHER_SUMMARIES.leaseMessages,
        description: 'Lease messages that nobody else is publishing.',
        status: 200,
        body: wanted,
        answer: models.lease(refer),
      }),
    },
    '/outbox/leases/{lease}/acknowledgements': {
      post: post('acknowledge_messages', {
        group: GROUPS.outbox,
        summary: OTHER_SUMMARIES.acknowledgeMessages,
        description: 'Forget messages that are published.',
        parameters: [{ name: 'lease', in: 'path', required: true, schema: { ...UUID, title: 'Lease' } }],
        status: 204,
        body: acknowledgement,
        answer: null,
      }),
    },
  }
}

/** What one operation is, beyond what all of them are. */
interface Facts extends Pick<Operation, 'description'> {
  readonly group: Readonly<Record<Locale, string>>
  readonly summary: Readonly<Record<Locale, string>>
  readonly parameters?: NonNullable<Operation['parameters']>
  readonly status: number
  readonly body: Model
  readonly answer: Model | null
  readonly problems?: readonly ProblemStatus[]
}

type Refer = (model: Model) => Schema

/** The models that carry rows and bodies, whatever is in them. */
function modelsWith(components: Components) {
  const json = components.refer('JsonValue', () => ({}))
  const object: Schema = { type: 'object', additionalProperties: json }
  const message = (title: string, description: string, closed: boolean): Model => ({
    title,
    description,
    closed,
    fields: [field('id', UUID), field('body', object)],
  })
  const write: Model = {
    title: 'UnitWrite',
    description: 'A row to store, to change or to remove.',
    closed: true,
    fields: [
      field('write', { type: 'string', enum: ['create', 'update', 'delete'] }),
      field('table', { type: 'string', maxLength: 63 }),
      field('id', UUID),
      maybe('version', {
        type: 'integer',
        minimum: floatBound('1'),
        maximum: floatBound(HIGHEST_VERSION),
      }),
      maybe('values', object),
    ],
  }
  return {
    unit: (refer: Refer): Model => ({
      title: 'UnitBody',
      description: 'What is written all together, or not at all.',
      closed: true,
      fields: [
        field('fingerprint', { type: 'string', pattern: '^[0-9a-f]{64}$' }),
        field('at', MOMENT),
        field('writes', listOf(refer(write))),
        field('messages', listOf(refer(message('UnitMessage', KEPT, true)))),
      ],
    }),
    answer: {
      title: 'UnitAnswer',
      description: 'The row of every write, and the lease of the messages, if it holds some.',
      closed: false,
      fields: [
        field('records', { type: 'array', items: orNull(object) }),
        { ...field('lease', UUID), nullable: true },
      ],
    } satisfies Model,
    lease: (refer: Refer): Model => ({
      title: 'OutboxLease',
      description: "Messages that are the caller's alone until the lease expires.",
      closed: false,
      fields: [
        field('lease', UUID),
        field('messages', { type: 'array', items: refer(message('OutboxMessage', WAITING, false)) }),
      ],
    }),
  }
}

const KEPT = 'A message to keep until it is published.'
const WAITING = 'A message that waits to be published.'

const wanted: Model = {
  title: 'OutboxQuery',
  description: 'How many messages are wanted.',
  closed: true,
  fields: [
    {
      ...maybe('limit', { type: 'integer', minimum: floatBound('1'), maximum: floatBound(String(MOST)) }),
      default: MOST,
    },
  ],
}

const acknowledgement: Model = {
  title: 'OutboxAcknowledgement',
  description: 'Which messages are published.',
  closed: true,
  fields: [field('ids', listOf(UUID))],
}

function listOf(items: Schema): Schema {
  return { type: 'array', items, maxItems: MOST }
}

function field(name: string, schema: Schema): ModelField {
  return { name, schema, nullable: false, required: true }
}

function maybe(name: string, schema: Schema): ModelField {
  return { ...field(name, schema), required: false }
}
