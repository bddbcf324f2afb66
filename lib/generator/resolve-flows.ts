import type { Arrival, Flows, Message, Queue, Service } from './project'

/** What is worked off by whom, and where tests can place rows. */
export function resolveFlows(
  services: readonly Service[],
  queues: readonly Queue[],
  messages: readonly Message[],
): Flows {
  const keeper = services.find(({ engine }) => engine === 'postgres')
  const writer = keeper?.callers.find(({ access }) => access === 'write')
  return {
    arrivals: messages.flatMap(({ name }) => arrivalOf(name, services, queues)),
    keeper: keeper ? { service: keeper.name, writer: writer?.service ?? null } : null,
  }
}

function arrivalOf(message: string, services: readonly Service[], queues: readonly Queue[]): Arrival[] {
  const carrying = new Set(queues.flatMap((queue) => (queue.messages.includes(message) ? queue.name : [])))
  const receivers = services.filter(({ consumes }) => consumes.some((queue) => carrying.has(queue)))
  return receivers.length > 0 ? [{ message, receivers: receivers.map(({ name }) => name) }] : []
}
