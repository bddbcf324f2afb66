import type { Selection } from '@/lib/store/selection'
import { activityOf } from '@/lib/topology/activity'
import { flowsOf } from '@/lib/topology/flows'
import { type Lookup, lookup } from '@/lib/topology/lookup'
import type { Service } from '@/lib/topology/model/service'
import type { Topology } from '@/lib/topology/model/topology'

/** A node on the way of a message, and the link that leads there. */
export interface Stop {
  readonly node: string
  readonly link: string | undefined
}

/** The whole way of what is selected, in the order in which things happen. */
export interface FlowPath {
  /** What is followed: the messages, or the use case, handler, schedule or command. */
  readonly title: string
  readonly stops: readonly Stop[]
}

type Path = readonly (string | number)[]

/** A way that goes on longer than this is a circle or a whole system. */
const MOST_STOPS = 60

/** The way of the message, queue, link or list of steps that is selected; undefined where nothing flows. */
export function followFlow(topology: Topology, selection: Selection): FlowPath | undefined {
  const walk = new Walk(lookup(topology))
  const title = walk.from(selection)
  return title !== undefined && walk.stops.length > 1 ? { title, stops: walk.stops } : undefined
}

class Walk {
  readonly stops: Stop[] = []
  private readonly followed = new Set<string>()

  constructor(private readonly look: Lookup) {}

  /** Walks all of it; answers what it is called. */
  from({ nodes, links, open }: Selection): string | undefined {
    if (open?.part === 'message' && open.id !== undefined) return this.messages([open.id])
    const [part, index] = open?.path ?? []
    if (open?.part === 'node' && typeof part === 'string' && typeof index === 'number')
      return this.steps(open.id ?? '', [part, index])
    const [node] = nodes
    const [link] = links
    if (nodes.length === 1 && node !== undefined && links.length === 0) {
      const queue = this.look.node(node)
      return queue?.type === 'queue' ? this.messages(queue.messages) : undefined
    }
    return nodes.length === 0 && links.length === 1 && link !== undefined ? this.link(link) : undefined
  }

  private link(id: string): string | undefined {
    const link = this.look.link(id)
    if (link?.type !== 'publishes' && link?.type !== 'consumes') return undefined
    const queue = this.look.node(link.type === 'publishes' ? link.to : link.from)
    if (queue?.type !== 'queue') return undefined
    return this.messages(link.type === 'publishes' && link.messages ? link.messages : queue.messages)
  }

  private messages(ids: readonly string[]): string | undefined {
    for (const id of ids) this.message(id)
    const names = ids.flatMap((id) => this.look.message(id)?.name ?? [])
    return names.length === 0 ? undefined : names.join(', ')
  }

  /** From those who publish it over the queues that carry it to what its handlers do. */
  private message(id: string): void {
    if (this.followed.has(id)) return
    this.followed.add(id)
    const flow = flowsOf(this.look).flow(id)
    if (!flow) return
    for (const cause of flow.causes) {
      this.add(cause.service, undefined)
      this.reach(cause.service, cause.path.slice(0, 2))
      if (cause.entity !== undefined) this.reachEntity(cause.service, cause.entity)
    }
    for (const link of flow.links) {
      this.add(link.from, undefined)
      this.add(link.to, link.id)
    }
    for (const { service, link, queue, handler } of flow.consumers) {
      this.add(queue.id, undefined)
      this.add(service, link.id)
      if (handler !== undefined) this.goOn(service, ['handlers', handler])
    }
  }

  /** A use case, handler, schedule or command with all that comes of it. */
  private steps(serviceId: string, path: Path): string | undefined {
    const service = this.look.service(serviceId)
    if (!service) return undefined
    this.add(serviceId, undefined)
    this.goOn(serviceId, path)
    return nameAt(this.look, service, path)
  }

  private goOn(service: string, path: Path): void {
    this.reach(service, path)
    for (const { message, causes } of flowsOf(this.look).all()) {
      if (causes.some((cause) => cause.service === service && isInside(cause.path, path)))
        this.message(message.id)
    }
  }

  /** What the steps at a path load, write and call. */
  private reach(serviceId: string, path: Path): void {
    const service = this.look.service(serviceId)
    if (!service) return
    for (const { entity, node, path: at } of activityOf(service).reaches) {
      if (!isInside(at, path)) continue
      if (node !== undefined) this.addCalled(serviceId, node)
      if (entity !== undefined) this.reachEntity(serviceId, entity)
    }
  }

  private reachEntity(service: string, entity: string): void {
    const owner = this.look.entity(entity)?.owner
    if (owner !== undefined) this.addCalled(service, owner)
  }

  private addCalled(service: string, target: string): void {
    const link = this.look.linksFrom(service, 'calls').find(({ to }) => to === target)
    if (!link || this.stops.some((stop) => stop.link === link.id)) return
    this.add(target, link.id)
  }

  private add(node: string, link: string | undefined): void {
    const last = this.stops.at(-1)
    const known = link === undefined ? this.stops.some((stop) => stop.node === node) : last?.link === link
    if (known || this.stops.length >= MOST_STOPS || !this.look.node(node)) return
    this.stops.push({ node, link })
  }
}

function isInside(path: Path, around: Path): boolean {
  return around.every((part, index) => path[index] === part)
}

function nameAt(look: Lookup, service: Service, [part, index]: Path): string | undefined {
  const lists: Readonly<Record<string, readonly { readonly name?: string; readonly message?: string }[]>> = {
    ...(service.kind === 'business_api' && { useCases: service.useCases ?? [] }),
    ...(service.kind === 'worker' && {
      handlers: service.handlers ?? [],
      schedules: service.schedules ?? [],
    }),
    ...(service.kind === 'bot' && { handlers: service.handlers ?? [], commands: service.commands ?? [] }),
  }
  const item = lists[String(part)]?.[Number(index)]
  return item?.name ?? look.message(item?.message ?? '')?.name
}
