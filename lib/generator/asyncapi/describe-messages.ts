import type { YamlObject } from '../formats/yaml'
import { schemaPath } from '../messages/message-schema'
import { exchangeOf, messagingView } from '../messaging-view'
import type { Message, Project } from '../project'
import { RABBITMQ_ADDRESS, RABBITMQ_HOST } from '../rabbitmq'
import { ENVELOPE_SCHEMAS } from './envelope-schema'

const JSON_CONTENT = 'application/json'
/** Of the way in which AsyncAPI describes AMQP. */
const BINDING = { bindingVersion: '0.3.0' } as const
/** As `MessageKind` says it of every message. */
const DATA_VERSION = 1

type QueueView = ReturnType<typeof messagingView>['queues'][number]

/** Who sends and receives which message, over which exchanges and queues: AsyncAPI 3.0. */
export function describeMessages(project: Project): YamlObject {
  const { title, description, messages } = project
  return {
    asyncapi: '3.0.0',
    info: { title, version: '0.1.0', description: description ?? undefined },
    defaultContentType: JSON_CONTENT,
    servers: {
      [RABBITMQ_HOST]: { host: RABBITMQ_ADDRESS, protocol: 'amqp', protocolVersion: '0.9.1' },
    },
    channels: channelsOf(project),
    operations: { ...sending(project), ...receiving(project) },
    components: {
      messages: Object.fromEntries(messages.map((message) => [message.name, messageOf(message)])),
      schemas: {
        ...ENVELOPE_SCHEMAS,
        ...Object.fromEntries(messages.map((message) => [message.name, payloadOf(message)])),
      },
    },
  }
}

function channelsOf(project: Project): YamlObject {
  const { exchanges, queues } = messagingView(project)
  const kinds = new Map(exchanges.map(({ name, kind }) => [name, kind]))
  const keys = project.messages.map((message): [string, YamlObject] => {
    const exchange = exchangeOf(message, project.context)
    return [keyChannel(message, project), keyOf(message, exchange, kinds.get(exchange) ?? '')]
  })
  return Object.fromEntries([...keys, ...queues.map((queue) => [queueChannel(queue), queueOf(queue)])])
}

/** Exchanges have dots in their names and queues have none, so that nothing is called alike. */
function keyChannel(message: Message, { context }: Project): string {
  return `${exchangeOf(message, context)}.${message.name}`
}

function queueChannel({ name }: { readonly name: string }): string {
  return `queue.${name}`
}

function keyOf({ name }: Message, exchange: string, type: string): YamlObject {
  return {
    address: name,
    messages: referToMessages([name]),
    bindings: {
      amqp: {
        is: 'routingKey',
        exchange: { name: exchange, type, durable: true, autoDelete: false },
        ...BINDING,
      },
    },
  }
}

/** What AsyncAPI has no word for stands in fields that begin with `x-`. */
function queueOf({ name, bindings, prefetch, retries, deadLetter }: QueueView): YamlObject {
  return {
    address: name,
    messages: referToMessages(bindings.map(({ key }) => key)),
    bindings: {
      amqp: {
        is: 'queue',
        queue: { name, durable: true, exclusive: false, autoDelete: false },
        ...BINDING,
      },
    },
    'x-bindings': bindings,
    'x-prefetch': prefetch,
    'x-retries': retries,
    'x-dead-letter': deadLetter,
  }
}

function referToMessages(names: readonly string[]): YamlObject {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }]))
}

/** What each service publishes, message by message. */
function sending(project: Project): YamlObject {
  const operations = project.services.flatMap(({ name: service, publishes }) =>
    project.messages
      .filter(({ name }) => publishes.includes(name))
      .map((message): [string, YamlObject] => [
        `${service}.send.${message.name}`,
        {
          action: 'send',
          ...referToChannel(keyChannel(message, project), [message.name]),
          bindings: { amqp: { deliveryMode: 2, mandatory: true, ...BINDING } },
          'x-service': service,
        },
      ]),
  )
  return Object.fromEntries(operations)
}

/** What each service works off, queue by queue: whatever the queue carries comes to it. */
function receiving(project: Project): YamlObject {
  const { queues } = messagingView(project)
  const operations = project.services.flatMap(({ name: service, consumes }) =>
    queues
      .filter(({ name }) => consumes.includes(name))
      .map((queue): [string, YamlObject] => {
        const carried = queue.bindings.map(({ key }) => key)
        return [
          `${service}.receive.${queue.name}`,
          {
            action: 'receive',
            ...referToChannel(queueChannel(queue), carried),
            bindings: { amqp: { ack: true, ...BINDING } },
            'x-service': service,
          },
        ]
      }),
  )
  return Object.fromEntries(operations)
}

function referToChannel(channel: string, messages: readonly string[]): YamlObject {
  const place = `#/channels/${channel}`
  return {
    channel: { $ref: place },
    messages: messages.map((message) => ({ $ref: `${place}/messages/${message}` })),
  }
}

function messageOf({ name }: Message): YamlObject {
  return {
    name,
    contentType: JSON_CONTENT,
    payload: { $ref: `#/components/schemas/${name}` },
  }
}

/** The envelope, with what this message says in it. */
function payloadOf(message: Message): YamlObject {
  return {
    allOf: [
      { $ref: '#/components/schemas/Envelope' },
      {
        type: 'object',
        properties: {
          type: { const: message.name },
          version: { const: DATA_VERSION },
          data: { $ref: `./${schemaPath(message)}` },
        },
      },
    ],
  }
}
