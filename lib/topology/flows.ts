import { activityOf, ENTITY_VERBS, type EntityVerb } from './activity'
import { engineOf, type Lookup } from './lookup'
import type { Entity } from './model/entity'
import type { Link } from './model/link'
import type { Message } from './model/message'
import type { Queue } from './model/node'
import type { CrudOperation, Service } from './model/service'
import { byFlows, whileSame } from './while-same'

type Path = readonly (string | number)[]
type PublishesLink = Extract<Link, { type: 'publishes' }>

/** A place in a service that makes a message go out. */
export interface Cause {
  readonly service: string
  /** The step, resource or dialogue inside the service. */
  readonly path: Path
  /** The entity whose write implies the message; absent where a step publishes it. */
  readonly entity?: string
}

/** A service that gets a message, over which queue and link, and the handler that it has for it. */
export interface Consumer {
  /** Its id: the ways of messages outlive changes of services that they do not depend on. */
  readonly service: string
  readonly queue: Queue
  readonly link: Link
  /** The index among its handlers; absent where it has none for this message. */
  readonly handler: number | undefined
}

/** The way of one message from those who publish it to those who handle it. */
export interface Flow {
  readonly message: Message
  /** What makes it go out; none means that it is never published. */
  readonly causes: readonly Cause[]
  /** Every queue that carries it, in the order of the document: it reaches all of them, drawn or not. */
  readonly queues: readonly Queue[]
  /** Links that are drawn for it. */
  readonly links: readonly PublishesLink[]
  readonly consumers: readonly Consumer[]
}

/** What the ways of messages know of an entity; they outlive changes of its fields. */
export type EntityName = Pick<Entity, 'id' | 'name' | 'owner'>

/** An entity and what happens to it, where the name of an event says so: `loan.created`. */
export interface ImpliedBy {
  readonly entity: EntityName
  readonly verb: EntityVerb
}

/** What a caller does to an entity, by the word that the event of it ends with. */
export const OPERATION_OF_VERB: Readonly<Record<EntityVerb, CrudOperation>> = {
  created: 'create',
  updated: 'update',
  deleted: 'delete',
}
const NONE: readonly never[] = []

/** Who publishes what, which queue carries it, who handles it: found message by message, as somebody asks. */
export class Flows {
  private readonly carriers = new Map<string, Queue[]>()
  private readonly stepCauses = new Map<string, Cause[]>()
  private readonly entities = new Map<string, EntityName>()
  private readonly found = new Map<string, Flow>()
  private readonly consuming = new Map<string, readonly Link[]>()
  private readonly publishing = new Map<string, readonly PublishesLink[]>()

  constructor(private readonly look: Lookup) {
    for (const node of look.topology.nodes) {
      if (node.type === 'queue') for (const id of new Set(node.messages)) append(this.carriers, id, node)
      if (node.type !== 'service') continue
      for (const { message, path } of activityOf(node).publishes)
        append(this.stepCauses, message, { service: node.id, path })
    }
    for (const entity of look.topology.entities)
      if (!this.entities.has(entity.name)) this.entities.set(entity.name, entity)
  }

  /** The way of a message; undefined for one that is not there. */
  flow(messageId: string): Flow | undefined {
    const message = this.look.message(messageId)
    if (!message) return undefined
    const flow = this.found.get(messageId) ?? this.find(message)
    this.found.set(messageId, flow)
    return flow
  }

  /** Queues that carry a message. */
  queuesOf(messageId: string): readonly Queue[] {
    return this.carriers.get(messageId) ?? NONE
  }

  /** Links over which services that may publish do so into a queue. */
  publishersOf(queueId: string): readonly PublishesLink[] {
    const links = this.publishing.get(queueId) ?? this.findPublishers(queueId)
    this.publishing.set(queueId, links)
    return links
  }

  /** Links over which workers and bots consume a queue. */
  consumersOf(queueId: string): readonly Link[] {
    const links = this.consuming.get(queueId) ?? this.findConsumers(queueId)
    this.consuming.set(queueId, links)
    return links
  }

  /** The entity and the verb that the name of an event speaks of, if there is such an entity. */
  impliedBy({ type, name }: Pick<Message, 'type' | 'name'>): ImpliedBy | undefined {
    if (type !== 'event') return undefined
    const dot = name.lastIndexOf('.')
    const verb = ENTITY_VERBS.find((one) => one === name.slice(dot + 1))
    const entity = verb && this.entities.get(name.slice(0, dot))
    return entity && { entity, verb }
  }

  /** Where a service writes an entity in this way. */
  writesOf(service: Service, { entity, verb }: ImpliedBy): readonly Path[] {
    const bySteps = activityOf(service)
      .writes.filter((write) => write.entity === entity.id && write.verb === verb)
      .map(({ path }) => path)
    return service.kind === 'business_api'
      ? [...bySteps, ...this.resourceWrites(service, entity, verb)]
      : bySteps
  }

  /** The ways of all messages that somebody publishes or carries, in the order of the document. */
  all(): readonly Flow[] {
    return this.look.topology.messages
      .map(({ id }) => this.flow(id))
      .filter((flow): flow is Flow => flow !== undefined)
  }

  private find(message: Message): Flow {
    const queues = this.queuesOf(message.id)
    const links = queues.flatMap(({ id }) =>
      this.publishersOf(id).filter((link) => carries(link, message.id)),
    )
    const causes = [...(this.stepCauses.get(message.id) ?? NONE), ...this.impliedCauses(message, links)]
    return {
      message,
      causes,
      queues,
      links,
      consumers: queues.flatMap((queue) => this.consumersIn(queue, message)),
    }
  }

  /** A write goes out as an event only where its writer's link into a queue carries it. */
  private impliedCauses(message: Message, links: readonly PublishesLink[]): readonly Cause[] {
    const implied = this.impliedBy(message)
    if (!implied) return NONE
    return [...new Set(links.map(({ from }) => from))].flatMap((id) => {
      const service = this.look.service(id)
      const paths = service ? this.writesOf(service, implied) : NONE
      return paths.map((path) => ({ service: id, path, entity: implied.entity.id }))
    })
  }

  private consumersIn(queue: Queue, message: Message): readonly Consumer[] {
    return this.consumersOf(queue.id).flatMap((link) => {
      const service = this.look.service(link.to)
      return service ? [{ service: service.id, queue, link, handler: handlerOf(service, message.id) }] : []
    })
  }

  private *resourceWrites(
    api: Extract<Service, { kind: 'business_api' }>,
    entity: EntityName,
    verb: EntityVerb,
  ): Generator<Path> {
    const operation = OPERATION_OF_VERB[verb]
    if (!api.resources) {
      if (this.look.accessTo(api.id, entity.owner) === 'write') yield ['resources']
      return
    }
    for (const [index, resource] of api.resources.entries()) {
      if (resource.entity === entity.id && this.look.operationsOf(api, resource).includes(operation))
        yield ['resources', index]
    }
  }

  private findPublishers(queueId: string): readonly PublishesLink[] {
    if (this.look.node(queueId)?.type !== 'queue') return NONE
    return this.look
      .linksTo(queueId)
      .filter((link): link is PublishesLink => link.type === 'publishes' && this.mayPublish(link.from))
  }

  private mayPublish(id: string): boolean {
    const service = this.look.service(id)
    return service !== undefined && engineOf(service) === undefined
  }

  private findConsumers(queueId: string): readonly Link[] {
    if (this.look.node(queueId)?.type !== 'queue') return NONE
    return this.look.linksFrom(queueId, 'consumes').filter((link) => {
      const kind = this.look.service(link.to)?.kind
      return kind === 'worker' || kind === 'bot'
    })
  }
}

/** Whether a link into a queue is drawn for this message of the queue. */
export function carries(link: PublishesLink, messageId: string): boolean {
  return link.messages === undefined || link.messages.includes(messageId)
}

/** The index of the handler that a service has for a message. */
export function handlerOf(service: Service, messageId: string): number | undefined {
  const handlers = 'handlers' in service ? (service.handlers ?? NONE) : NONE
  const index = handlers.findIndex(({ message }) => message === messageId)
  return index < 0 ? undefined : index
}

function append<T>(index: Map<string, T[]>, key: string, item: T): void {
  const list = index.get(key)
  if (list) list.push(item)
  else index.set(key, [item])
}

/** The flows of a design; found anew only when something changed that they depend on. */
export const flowsOf = whileSame(byFlows, (look) => new Flows(look))
