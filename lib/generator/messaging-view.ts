import type { Message, Project } from './project'

/** Where a message is published: events and tasks have an exchange each. */
export function exchangeOf({ type }: Message, context: string): string {
  return `${context}.${type}s`
}

/** What RabbitMQ is told of: exchanges with something to carry, queues with what comes to them. */
export function messagingView({ context, queues, messages, services }: Project) {
  const byName = new Map(messages.map((message) => [message.name, message]))
  const exchanges = [
    { name: `${context}.events`, kind: 'topic', type: 'event' },
    { name: `${context}.tasks`, kind: 'direct', type: 'task' },
  ]
  return {
    exchanges: exchanges
      .filter(({ type }) => messages.some((message) => message.type === type))
      .map(({ name, kind }) => ({ name, kind })),
    queues: queues.map(({ name, messages: carried, prefetch, retries, deadLetter }) => ({
      name,
      bindings: carried.flatMap((key) => {
        const message = byName.get(key)
        return message ? [{ exchange: exchangeOf(message, context), key }] : []
      }),
      prefetch,
      retries,
      deadLetter,
      tries: retries + 1,
      carries: carried,
      sources: services.flatMap(({ name: service, publishes }) => {
        const sent = carried.filter((message) => publishes.includes(message))
        return sent.length > 0 ? [{ service, messages: sent }] : []
      }),
      receivers: services.flatMap((service) => (service.consumes.includes(name) ? service.name : [])),
    })),
  }
}
