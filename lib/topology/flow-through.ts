import { activityOf } from './activity'
import { type Flow, type Flows, flowsOf, handlerOf } from './flows'
import type { Lookup } from './lookup'
import type { Service } from './model/service'

/** One leg of a flow: a message, who publishes it, over which queues, to whom. */
export interface FlowLeg {
  readonly message: string
  readonly publishers: readonly string[]
  readonly queues: readonly string[]
  readonly consumers: readonly string[]
}

/** Everything that takes part in what goes through one place of a design, end to end. */
export interface FlowPath {
  readonly nodes: ReadonlySet<string>
  readonly links: ReadonlySet<string>
  /** From the first message to the last one, as far as they follow one another. */
  readonly legs: readonly FlowLeg[]
}

/**
 * Follows the messages that go through a node, or one message by its id, from the services where they begin to
 * those where they end: through a handler the messages follow that its steps publish or its writes imply. A
 * service without steps hands on what its links say. What does not take part in messages shows its own links.
 */
export function flowThrough(look: Lookup, id: string): FlowPath {
  const walk = new Walk(look)
  walk.start(id)
  return walk.path()
}

interface Leg {
  readonly publishers: Set<string>
  readonly queues: Set<string>
  readonly consumers: Set<string>
}

class Walk {
  private readonly flows: Flows
  private readonly nodes = new Set<string>()
  private readonly links = new Set<string>()
  private readonly before = new Map<string, Leg>()
  private readonly after = new Map<string, Leg>()
  private readonly seen = new Set<string>()

  constructor(private readonly look: Lookup) {
    this.flows = flowsOf(look)
  }

  start(id: string): void {
    const node = this.look.node(id)
    if (!node) {
      if (this.look.message(id)) this.through(id)
      return
    }
    this.nodes.add(id)
    if (node.type === 'queue') for (const message of node.messages) this.through(message, id)
    else if (node.type === 'service') this.fromService(node)
    if (this.links.size > 0) return
    for (const link of [...this.look.linksFrom(id), ...this.look.linksTo(id)]) {
      this.links.add(link.id)
      this.nodes.add(link.from).add(link.to)
    }
  }

  path(): FlowPath {
    const legs = [...[...this.before].reverse(), ...this.after]
    const merged = new Map<string, Leg>()
    for (const [message, leg] of legs) {
      const known = merged.get(message)
      if (!known) merged.set(message, leg)
      else
        for (const key of ['publishers', 'queues', 'consumers'] as const)
          for (const one of leg[key]) known[key].add(one)
    }
    return {
      nodes: this.nodes,
      links: this.links,
      legs: [...merged].map(([message, leg]) => ({
        message,
        publishers: [...leg.publishers],
        queues: [...leg.queues],
        consumers: [...leg.consumers],
      })),
    }
  }

  /** A message, over one queue or all of them, both ways. */
  private through(message: string, queue?: string): void {
    const only = queue === undefined ? undefined : [queue]
    this.up(message, only)
    this.down(message, undefined, only)
  }

  private fromService(service: Service): void {
    for (const flow of this.flows.all()) {
      const queues = flow.consumers.filter((one) => one.service === service.id).map(({ queue }) => queue.id)
      if (queues.length > 0) this.up(flow.message.id, queues, service.id)
      if (queues.length > 0) this.reach(service, pathOfHandler(service, flow.message.id))
    }
    for (const flow of this.flows.all())
      if (publishersOf(flow).includes(service.id)) this.down(flow.message.id, [service.id])
  }

  /** Towards the beginning: who publishes it, and what they handled to do so. */
  private up(message: string, only?: readonly string[], consumer?: string): void {
    const flow = this.enter('up', message, `${only ?? ''} ${consumer ?? ''}`)
    if (!flow) return
    const queues = flow.queues.map(({ id }) => id).filter((id) => !only || only.includes(id))
    const publishers = publishersOf(flow)
    const leg = this.legOf(this.before, message)
    this.draw(flow, leg, publishers, queues, consumer === undefined ? [] : [consumer])
    for (const id of publishers) {
      const service = this.look.service(id)
      if (!service) continue
      const causes = flow.causes.filter((cause) => cause.service === id)
      for (const { path } of causes) this.reach(service, path.slice(0, 2))
      for (const handled of this.handledBefore(service, causes)) {
        const over = this.consumedBy(service, handled)
        if (over.length > 0) this.up(handled, over, id)
      }
    }
  }

  /** Towards the end: who handles it, and what they publish then. */
  private down(message: string, publishers?: readonly string[], only?: readonly string[]): void {
    const flow = this.enter('down', message, `${publishers ?? ''} ${only ?? ''}`)
    if (!flow) return
    const queues = flow.queues.map(({ id }) => id).filter((id) => !only || only.includes(id))
    const consumers = flow.consumers
      .filter(({ queue }) => queues.includes(queue.id))
      .map(({ service }) => service)
    const leg = this.legOf(this.after, message)
    this.draw(flow, leg, publishers ?? publishersOf(flow), queues, consumers)
    for (const id of new Set(consumers)) {
      const service = this.look.service(id)
      if (!service) continue
      this.reach(service, pathOfHandler(service, message))
      for (const next of this.publishedAfter(service, message)) this.down(next, [service.id])
    }
  }

  private enter(way: string, message: string, over: string): Flow | undefined {
    const key = `${way} ${message} ${over}`
    if (this.seen.has(key)) return undefined
    this.seen.add(key)
    return this.flows.flow(message)
  }

  private legOf(legs: Map<string, Leg>, message: string): Leg {
    const leg = legs.get(message) ?? { publishers: new Set(), queues: new Set(), consumers: new Set() }
    legs.set(message, leg)
    return leg
  }

  private draw(
    flow: Flow,
    leg: Leg,
    publishers: readonly string[],
    queues: readonly string[],
    consumers: readonly string[],
  ): void {
    for (const id of publishers) this.nodes.add(id) && leg.publishers.add(id)
    for (const id of queues) this.nodes.add(id) && leg.queues.add(id)
    for (const id of consumers) this.nodes.add(id) && leg.consumers.add(id)
    for (const link of flow.links)
      if (publishers.includes(link.from) && queues.includes(link.to)) this.links.add(link.id)
    for (const { link, queue, service } of flow.consumers)
      if (queues.includes(queue.id) && consumers.includes(service)) this.links.add(link.id)
  }

  /** What the steps at a place of a service reach: data APIs with their databases, other services, systems outside. */
  private reach(service: Service, place: readonly (string | number)[]): void {
    if (place.length === 0) return
    for (const { entity, node, path } of activityOf(service).reaches) {
      if (place.some((key, index) => path[index] !== key)) continue
      const target = node ?? (entity === undefined ? undefined : this.look.entity(entity)?.owner)
      if (target !== undefined) this.call(service.id, target)
    }
  }

  private call(from: string, to: string): void {
    for (const link of this.look.linksFrom(from, 'calls')) {
      if (link.to !== to) continue
      this.links.add(link.id)
      this.nodes.add(to)
      for (const store of this.look.linksFrom(to, 'stores')) {
        this.links.add(store.id)
        this.nodes.add(store.to)
      }
    }
  }

  private consumedBy(service: Service, message: string): readonly string[] {
    const flow = this.flows.flow(message)
    return flow?.consumers.filter((one) => one.service === service.id).map(({ queue }) => queue.id) ?? []
  }

  /** Messages that a service handled before it published; where nothing says which, all that it consumes. */
  private handledBefore(service: Service, causes: Flow['causes']): readonly string[] {
    if (causes.length === 0)
      return this.flows
        .all()
        .flatMap(({ message, consumers }) =>
          consumers.some((one) => one.service === service.id && isIdle(service, one.handler))
            ? [message.id]
            : [],
        )
    const handlers = 'handlers' in service ? (service.handlers ?? []) : []
    return causes.flatMap(({ path }) => {
      const handler = path[0] === 'handlers' && typeof path[1] === 'number' ? handlers[path[1]] : undefined
      return handler ? [handler.message] : []
    })
  }

  /** What a service publishes because of a message: by its handler's steps, or, where nothing says more, by its links. */
  private publishedAfter(service: Service, message: string): readonly string[] {
    const handler = handlerOf(service, message)
    return this.flows.all().flatMap((flow) => {
      const causes = flow.causes.filter((cause) => cause.service === service.id)
      const follows = causes.some(({ path }) => path[0] === 'handlers' && path[1] === handler)
      const isDrawn = causes.length === 0 && flow.links.some(({ from }) => from === service.id)
      return follows || (isDrawn && isIdle(service, handler)) ? [flow.message.id] : []
    })
  }
}

/** Whether nothing says what a service does with a message. */
function isIdle(service: Service, handler: number | undefined): boolean {
  const handlers = 'handlers' in service ? (service.handlers ?? []) : []
  return handler === undefined || (handlers[handler]?.steps.length ?? 0) === 0
}

/** Services that make a message go out, or at least are drawn to. */
function publishersOf({ causes, links }: Flow): readonly string[] {
  return [...new Set([...causes.map(({ service }) => service), ...links.map(({ from }) => from)])]
}

function pathOfHandler(service: Service, message: string): readonly (string | number)[] {
  const handler = handlerOf(service, message)
  return handler === undefined ? [] : ['handlers', handler]
}
