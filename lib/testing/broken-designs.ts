import * as fc from 'fast-check'
import type { Entity } from '@/lib/topology/model/entity'
import type { Field, FieldType, ObjectField } from '@/lib/topology/model/field'
import { LINK_TYPES, type Link } from '@/lib/topology/model/link'
import type { Message } from '@/lib/topology/model/message'
import type { Node } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import { brokenStarts } from './broken-steps'

const NODE_IDS = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8']
const ENTITY_IDS = ['e1', 'e2', 'e3', 'e4']
const MESSAGE_IDS = ['m1', 'm2', 'm3']
const GOOD_NAMES = [
  'loan',
  'loans',
  'user',
  'status',
  'loan_status',
  'due',
  'due_from',
  'limit',
  'page',
  'order2',
  'order_2',
]
const BAD_NAMES = [
  ...[
    '',
    'class',
    'json',
    'metadata',
    'version',
    'model_config',
    'decimal',
    'doc',
    'health',
    'aux',
    'con',
    'shared',
  ],
  ...[
    'Loan',
    'dueDate',
    '_id',
    'a__b',
    '3d',
    'Кредит',
    'щ'.repeat(12),
    'x'.repeat(39),
    'x'.repeat(41),
    'a b',
    '数据',
  ],
  ...[
    'qty',
    'fin_usr',
    'lending_v2',
    'v2',
    'AKIAABCDEFGHIJKLMNOP',
    'a\u202eb',
    '__proto__',
    'loan_page',
    'limit_v1',
  ],
]
const TEXTS = [
  ...[
    'Loan',
    'Заявка',
    'a\nb',
    'a\u0000b',
    'loan\u202e',
    '\ud800',
    'x'.repeat(130),
    'password: hunter22',
    '👩‍💻',
    '',
  ],
  ...['postgres://app:s3cret9@host/db', '-----BEGIN PRIVATE KEY-----', 'a\u200d\u200db', 'a\r\nb'],
]

const name = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...GOOD_NAMES) }, fc.constantFrom(...BAD_NAMES))
const text = fc.constantFrom(...TEXTS)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 })
const nodeId = fc.constantFrom(...NODE_IDS, 'gone')
const entityId = fc.constantFrom(...ENTITY_IDS, 'gone')
const messageId = fc.constantFrom(...MESSAGE_IDS, 'gone')
const number = fc.constantFrom(-5, 0, 0.5, 1, 3, 255, 501, 20_000, 2 ** 60)
const length = fc.constantFrom(0, 1, 3, 255, 501, 20_000)
const pattern = fc.constantFrom('^[A-Z]{4}$', '^a$', '(?=a)', '', '^(a+)+$', '\\d', 'a\nb')
const local = fc.record({ en: maybe(text), ru: maybe(text) }).map(clean)

/** A record whose undefined parts are left out, as in a document. */
function clean<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T
}

const textType = (type: 'string' | 'text') =>
  fc.record({
    type: fc.constant(type),
    minLength: maybe(length),
    maxLength: maybe(length),
    pattern: maybe(pattern),
  })

const types = fc.letrec<{ type: FieldType; field: ObjectField }>((tie) => ({
  type: fc
    .oneof(
      { maxDepth: 4 },
      textType('string'),
      textType('text'),
      fc.record({ type: fc.constant('integer'), min: maybe(number), max: maybe(number) }),
      fc.record({
        type: fc.constant('decimal'),
        precision: fc.constantFrom(-1, 1, 4, 12, 90),
        scale: fc.constantFrom(-1, 0, 2, 5),
        min: maybe(fc.constantFrom(0, '0.01', 'x', 1e30)),
        max: maybe(fc.constantFrom(5, '99.99', 100)),
      }),
      fc.record({ type: fc.constantFrom('boolean', 'date', 'datetime', 'uuid', 'email', 'json') }),
      fc.record({ type: fc.constant('secret'), minLength: maybe(length) }),
      fc.record({
        type: fc.constant('enum'),
        values: fc.array(fc.record({ name: fc.oneof(name, fc.constantFrom('in-use', 'IN_USE')) }), {
          maxLength: 3,
        }),
      }),
      fc.record({
        type: fc.constant('list'),
        of: tie('type'),
        minItems: maybe(length),
        maxItems: maybe(length),
      }),
      fc.record({ type: fc.constant('object'), fields: fc.array(tie('field'), { maxLength: 3 }) }),
      fc.record({
        type: fc.constant('reference'),
        entity: entityId,
        onDelete: maybe(fc.constantFrom('restrict', 'cascade', 'set_null')),
      }),
    )
    .map((type) => clean(type) as FieldType),
  field: fc
    .tuple(tie('type'), fc.record({ name, optional: maybe(fc.boolean()), label: maybe(local) }))
    .map(([type, more]) => ({ ...type, ...clean(more) }) as ObjectField),
}))

const field: fc.Arbitrary<Field> = fc
  .tuple(
    types.field,
    fc.record({
      unique: maybe(fc.boolean()),
      indexed: maybe(fc.boolean()),
      default: maybe(
        fc.constantFrom('now', 'x', 1, true, 'loan', '2026-01-01', 'a\u0000', 'password: hunter22'),
      ),
    }),
  )
  .map(([type, more]) => ({ ...type, ...clean(more) }) as Field)

const entity = (id: string): fc.Arbitrary<Entity> =>
  fc
    .record({
      id: fc.constant(id),
      owner: nodeId,
      name,
      plural: maybe(name),
      labels: maybe(fc.record({ one: local })),
      fields: fc.array(field, { maxLength: 4 }),
      indexes: maybe(
        fc.array(
          fc.record({ fields: fc.array(name, { minLength: 1, maxLength: 3 }), unique: fc.boolean() }),
          { maxLength: 2 },
        ),
      ),
    })
    .map((value) => clean(value) as Entity)

const starts = brokenStarts({ nodeId, entityId, messageId, name, local, type: types.type, field })

const port = maybe(fc.constantFrom(8000, 8001, 8003, 9000))
const operations = fc.array(fc.constantFrom('create' as const, 'list' as const), { maxLength: 2 })

const node = (id: string): fc.Arbitrary<Node> => {
  const service = {
    id: fc.constant(id),
    type: fc.constant('service'),
    domain: name,
    function: maybe(name),
    label: maybe(local),
  }
  return fc
    .oneof(
      fc.record({
        ...service,
        kind: fc.constant('business_api'),
        port,
        resources: maybe(fc.array(fc.record({ entity: entityId, operations }), { maxLength: 3 })),
        useCases: maybe(starts.useCases),
      }),
      fc.record({ ...service, kind: fc.constantFrom('postgres_data_api', 'mongo_data_api'), port }),
      fc.record({
        ...service,
        kind: fc.constant('worker'),
        handlers: maybe(starts.handlers),
        schedules: maybe(starts.schedules),
      }),
      fc.record({
        ...service,
        kind: fc.constant('bot'),
        tokenVariable: maybe(fc.constantFrom('TOKEN', 'token', 'PATH', 'PARTNER_URL')),
        handlers: maybe(starts.handlers),
        commands: maybe(starts.commands),
      }),
      fc.record({
        ...{ id: fc.constant(id), type: fc.constant('queue'), name },
        messages: fc.array(messageId, { maxLength: 3 }),
        deadLetter: maybe(fc.boolean()),
        retries: maybe(fc.constantFrom(0, 3)),
      }),
      fc.record({
        id: fc.constant(id),
        type: fc.constant('database'),
        engine: fc.constantFrom('postgres', 'mongo'),
      }),
      fc.record({ id: fc.constant(id), type: fc.constant('redis') }),
      fc.record({
        ...{ id: fc.constant(id), type: fc.constant('external'), protocol: fc.constant('http'), name },
        ...{
          baseUrlVariable: maybe(fc.constantFrom('PARTNER_URL', 'partner', 'HOME')),
          operations: starts.operations,
        },
      }),
      fc.record({
        ...{ id: fc.constant(id), type: fc.constant('external'), protocol: fc.constant('smtp'), name },
        urlVariable: maybe(fc.constantFrom('PARTNER_URL', 'mail', 'SMTP_URL')),
      }),
    )
    .map((value) => clean(value) as Node)
}

const uses = fc.uniqueArray(fc.constantFrom('cache', 'sessions', 'idempotency'), { maxLength: 2 })

/** Each type of link has facts of its own. */
const link: fc.Arbitrary<Link> = fc
  .record({
    type: fc.constantFrom(...LINK_TYPES),
    from: nodeId,
    to: nodeId,
    access: maybe(fc.constantFrom('read', 'write')),
    messages: maybe(fc.array(messageId, { maxLength: 2 })),
    uses: maybe(uses),
  })
  .map(({ access, messages, uses: used, ...ends }) =>
    clean({
      id: '',
      ...ends,
      ...(ends.type === 'calls' && { access }),
      ...(ends.type === 'publishes' && { messages }),
      ...(ends.type === 'caches' && { uses: used }),
    } as unknown as Link),
  )

const message = (id: string): fc.Arbitrary<Message> =>
  fc.record({
    id: fc.constant(id),
    type: fc.constantFrom('event', 'task'),
    name: fc.constantFrom(
      'loan.applied',
      'email.send',
      'LoanApplied',
      'loan',
      'loan.apply',
      'a.b.c',
      'x.read',
      'loan.created',
      'user.updated',
      'status.deleted',
      'loan_status.created',
    ),
    fields: fc.array(field, { maxLength: 2 }),
  })

const some = <T>(ids: readonly string[], make: (id: string) => fc.Arbitrary<T>) =>
  fc.subarray([...ids]).chain((chosen) => fc.tuple(...chosen.map(make)))

/** Designs in which about everything that can be wrong is wrong somewhere, but that the format allows. */
export const brokenDesigns: fc.Arbitrary<Topology> = fc
  .record({
    project: fc.record({ name, context: fc.oneof(fc.constant('finance'), name), title: local }),
    nodes: some(NODE_IDS, node),
    links: fc.array(link, { maxLength: 16 }),
    entities: some(ENTITY_IDS, entity),
    messages: some(MESSAGE_IDS, message),
    note: text,
  })
  .map(({ project, links, note, ...parts }) => ({
    topoforge: 1 as const,
    project: { ...project, locale: 'en' as const },
    ...parts,
    links: links.map((one, index) => ({ ...one, id: `l${index}` })),
    layout: {
      positions: [
        { node: 'n1', x: 0, y: 0 },
        { node: 'gone', x: 5, y: 5 },
      ],
      notes: [{ id: 'note', x: 0, y: 0, text: note }],
    },
  }))
