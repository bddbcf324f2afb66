import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { examples } from '@/lib/examples/examples'
import { lendingByEvents } from '@/lib/testing/lending-by-events'
import { publishing } from '@/lib/testing/publishing'
import { randomCasesDesign } from '@/lib/testing/random-cases'
import { tellingAlone, tellingOfRows } from '@/lib/testing/telling'
import { generate } from '../generate'

const FILE = 'contracts/asyncapi.yaml'
const designs = [
  lendingByEvents(),
  tellingOfRows(),
  tellingAlone(),
  ...examples.map(({ topology }) => publishing(topology)),
  ...Array.from({ length: 8 }, (_, seed) => randomCasesDesign(seed)),
]

/** The part of AsyncAPI 3.0 that messages are described with. */
const reference = z.strictObject({ $ref: z.string() })
const binding = { bindingVersion: z.literal('0.3.0') }
const lasting = { name: z.string().min(1), durable: z.literal(true), autoDelete: z.literal(false) }
const channel = { address: z.string().min(1), messages: z.record(z.string(), reference) }
const keyChannel = z.strictObject({
  ...channel,
  bindings: z.strictObject({
    amqp: z.strictObject({
      is: z.literal('routingKey'),
      exchange: z.strictObject({ ...lasting, type: z.enum(['topic', 'direct']) }),
      ...binding,
    }),
  }),
})
const queueChannel = z.strictObject({
  ...channel,
  bindings: z.strictObject({
    amqp: z.strictObject({
      is: z.literal('queue'),
      queue: z.strictObject({ ...lasting, exclusive: z.literal(false) }),
      ...binding,
    }),
  }),
  'x-bindings': z.array(z.strictObject({ exchange: z.string(), key: z.string() })),
  'x-prefetch': z.int().min(1),
  'x-retries': z.int().min(0),
  'x-dead-letter': z.boolean(),
})
const operation = z.strictObject({
  action: z.enum(['send', 'receive']),
  channel: reference,
  messages: z.array(reference),
  bindings: z.strictObject({ amqp: z.looseObject(binding) }),
  'x-service': z.string(),
})
const componentName = z.string().regex(/^[a-zA-Z0-9._-]+$/)
const asyncApi = z.strictObject({
  asyncapi: z.literal('3.0.0'),
  info: z.strictObject({
    title: z.string().min(1),
    version: z.string().min(1),
    description: z.string().optional(),
  }),
  defaultContentType: z.literal('application/json'),
  servers: z.strictObject({
    rabbitmq: z.strictObject({
      host: z.literal('rabbitmq:5672'),
      protocol: z.literal('amqp'),
      protocolVersion: z.literal('0.9.1'),
    }),
  }),
  channels: z.record(z.string(), z.union([keyChannel, queueChannel])),
  operations: z.record(z.string(), operation),
  components: z.strictObject({
    messages: z.record(
      componentName,
      z.strictObject({ name: z.string(), contentType: z.literal('application/json'), payload: reference }),
    ),
    schemas: z.record(componentName, z.looseObject({})),
  }),
})

test('what goes through queues is described in AsyncAPI, where there are queues', () => {
  let described = 0
  for (const design of designs) {
    const file = generate(design).get(FILE)
    expect(Boolean(file)).toBe(design.nodes.some(({ type }) => type === 'queue'))
    if (!file) continue
    described += 1
    expect(asyncApi.safeParse(parse(file.content)).error).toBeUndefined()
  }
  expect(described).toBeGreaterThan(10)
})

test('everything that is referred to is there', () => {
  for (const design of designs) {
    const files = generate(design)
    const text = files.get(FILE)?.content
    if (text === undefined) continue
    const document: unknown = parse(text)
    for (const [, place = ''] of text.matchAll(/\$ref: "?([^"\n]+)"?$/gm)) {
      if (place.startsWith('./')) expect(files.has(`contracts/${place.slice(2)}`), place).toBe(true)
      else expect(at(document, place.slice(2).split('/')), place).toBeDefined()
    }
  }
})

test('services send what they publish, and receive what the queues carry that they work off', () => {
  const { operations } = asyncApi.parse(parse(generate(lendingByEvents()).get(FILE)?.content ?? ''))
  const told = Object.values(operations).map((one) => [one['x-service'], one.action, one.channel.$ref])
  expect(told).toEqual([
    ['finance_lending_api', 'send', '#/channels/finance.events.loan.applied'],
    ['finance_scoring_worker', 'receive', '#/channels/queue.loan_scoring'],
  ])
})

test('nothing is described where nothing goes through queues', () => {
  for (const { topology } of examples) {
    if (topology.nodes.some(({ type }) => type === 'queue')) continue
    const paths = [...generate(topology).keys()]
    expect(paths.filter((path) => /asyncapi|contracts\/events|export_events/.test(path))).toEqual([])
  }
})

function at(part: unknown, path: readonly string[]): unknown {
  return path.reduce((found, name) => Reflect.get(Object(found), name), part)
}
