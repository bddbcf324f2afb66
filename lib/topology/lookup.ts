import type { Access, Engine } from './model/basics'
import type { Entity } from './model/entity'
import type { Link, LinkType } from './model/link'
import type { Message } from './model/message'
import type { Database, Node } from './model/node'
import {
  type BusinessApi,
  CRUD_OPERATIONS,
  type CrudOperation,
  type Resource,
  type Service,
} from './model/service'
import type { Topology } from './model/topology'
import { serviceName } from './naming'

/** The engine that a kind of data API speaks. */
const DATA_API_ENGINE: Partial<Record<Service['kind'], Engine>> = {
  postgres_data_api: 'postgres',
  mongo_data_api: 'mongo',
}

/** The database engine of a data API; undefined for any other node. */
export function engineOf(node: Node | undefined): Engine | undefined {
  return node?.type === 'service' ? DATA_API_ENGINE[node.kind] : undefined
}

const NONE: readonly never[] = []
const READING: readonly CrudOperation[] = ['read', 'list']

/**
 * Answers questions about one topology from indexes that are built once, so
 * that a rule costs as much as what it looks at, not as much as the document.
 */
export class Lookup {
  readonly services: readonly Service[]
  private readonly nodesById = new Map<string, Node>()
  private readonly links: LinkIndex
  private readonly entities: EntityIndex
  private readonly messagesById: ReadonlyMap<string, Message>

  constructor(readonly topology: Topology) {
    for (const node of topology.nodes) setFirst(this.nodesById, node)
    this.links = indexOf(linkIndexes, topology.links, indexLinks)
    this.entities = indexOf(entityIndexes, topology.entities, indexEntities)
    this.messagesById = indexOf(messageIndexes, topology.messages, byId)
    this.services = topology.nodes.filter((node) => node.type === 'service')
  }

  node(id: string): Node | undefined {
    return this.nodesById.get(id)
  }

  service(id: string): Service | undefined {
    const node = this.nodesById.get(id)
    return node?.type === 'service' ? node : undefined
  }

  link(id: string): Link | undefined {
    return this.links.byId.get(id)
  }

  entity(id: string): Entity | undefined {
    return this.entities.byId.get(id)
  }

  message(id: string): Message | undefined {
    return this.messagesById.get(id)
  }

  /** Links that start at a node, of one type when it is given. */
  linksFrom(id: string, type?: LinkType): readonly Link[] {
    return this.links.outgoing.get(type)?.get(id) ?? NONE
  }

  /** Links that end at a node, of one type when it is given. */
  linksTo(id: string, type?: LinkType): readonly Link[] {
    return this.links.incoming.get(type)?.get(id) ?? NONE
  }

  linksOfType(type: LinkType): readonly Link[] {
    return this.links.byType.get(type) ?? NONE
  }

  /** Entities that a data API owns, in the order of the document. */
  entitiesOf(dataApiId: string): readonly Entity[] {
    return this.entities.byOwner.get(dataApiId) ?? NONE
  }

  /** Data APIs that a service calls, each once. */
  dataApisCalledBy(serviceId: string): readonly Service[] {
    const ids = new Set(this.linksFrom(serviceId, 'calls').map((link) => link.to))
    return [...ids]
      .map((id) => this.service(id))
      .filter((service): service is Service => engineOf(service) !== undefined)
  }

  /** What a Business API offers: its own list, or everything its data APIs own. */
  resourcesOf(api: BusinessApi): readonly Resource[] {
    if (api.resources) return api.resources
    return this.dataApisCalledBy(api.id).flatMap((dataApi) =>
      this.entitiesOf(dataApi.id).map((entity) => ({ entity: entity.id })),
    )
  }

  /** Whether a Business API offers anything at all. */
  offersResources(api: BusinessApi): boolean {
    if (api.resources) return api.resources.length > 0
    return this.dataApisCalledBy(api.id).some(({ id }) => this.entitiesOf(id).length > 0)
  }

  /** The access that a service has to a data API over its links; undefined without one. */
  accessTo(serviceId: string, dataApiId: string): Access | undefined {
    const links = this.linksFrom(serviceId, 'calls').filter((link) => link.to === dataApiId)
    if (links.length === 0) return undefined
    return links.some((link) => link.type === 'calls' && link.access !== 'read') ? 'write' : 'read'
  }

  /** The operations that an API offers over an entity: as listed, or all that its access permits. */
  operationsOf(api: BusinessApi, resource: Resource): readonly CrudOperation[] {
    if (resource.operations) return resource.operations
    const owner = this.entity(resource.entity)?.owner
    const access = owner === undefined ? undefined : this.accessTo(api.id, owner)
    return access === 'write' ? CRUD_OPERATIONS : READING
  }

  databases(): readonly Database[] {
    return this.topology.nodes.filter((node) => node.type === 'database')
  }

  /** What a person calls a node: the derived name of a service, the name of the rest. */
  nameOf(node: Node): string {
    if (node.type !== 'service') return plainName(node)
    const { context } = this.topology.project
    const known = serviceNames.get(node)
    if (known?.context === context) return known.name
    const name = serviceName(this.topology.project, node)
    serviceNames.set(node, { context, name })
    return name
  }
}

/** The name of a service depends on the context before it, which hardly ever changes. */
const serviceNames = new WeakMap<Service, { readonly context: string; readonly name: string }>()

function plainName(node: Exclude<Node, Service>): string {
  switch (node.type) {
    case 'queue':
    case 'external':
      return node.name
    case 'database':
      return node.engine === 'postgres' ? 'PostgreSQL' : 'MongoDB'
    case 'redis':
      return 'Redis'
  }
}

// Lists are immutable and shared between versions, so an edit of one node indexes no link again.
/** By type, and for any type by `undefined`; then by the id of the node. */
type LinksOfNodes = ReadonlyMap<LinkType | undefined, ReadonlyMap<string, readonly Link[]>>

interface LinkIndex {
  readonly byId: ReadonlyMap<string, Link>
  readonly byType: ReadonlyMap<string, readonly Link[]>
  readonly outgoing: LinksOfNodes
  readonly incoming: LinksOfNodes
}

interface EntityIndex {
  readonly byId: ReadonlyMap<string, Entity>
  readonly byOwner: ReadonlyMap<string, readonly Entity[]>
}

const linkIndexes = new WeakMap<readonly Link[], LinkIndex>()
const entityIndexes = new WeakMap<readonly Entity[], EntityIndex>()
const messageIndexes = new WeakMap<readonly Message[], ReadonlyMap<string, Message>>()

function indexOf<List extends object, Index>(
  known: WeakMap<List, Index>,
  list: List,
  make: (list: List) => Index,
): Index {
  const index = known.get(list) ?? make(list)
  known.set(list, index)
  return index
}

function indexLinks(links: readonly Link[]): LinkIndex {
  const byType = new Map<string, Link[]>()
  const outgoing = new Map<LinkType | undefined, Map<string, Link[]>>()
  const incoming = new Map<LinkType | undefined, Map<string, Link[]>>()
  for (const link of links) {
    append(byType, link.type, link)
    for (const type of [undefined, link.type]) {
      append(inside(outgoing, type), link.from, link)
      append(inside(incoming, type), link.to, link)
    }
  }
  return { byId: byId(links), byType, outgoing, incoming }
}

function indexEntities(entities: readonly Entity[]): EntityIndex {
  const byOwner = new Map<string, Entity[]>()
  for (const entity of entities) append(byOwner, entity.owner, entity)
  return { byId: byId(entities), byOwner }
}

function byId<T extends { readonly id: string }>(parts: readonly T[]): ReadonlyMap<string, T> {
  const index = new Map<string, T>()
  for (const part of parts) setFirst(index, part)
  return index
}

/** Where ids are doubled, the first part keeps what refers to it. */
function setFirst<T extends { readonly id: string }>(index: Map<string, T>, part: T): void {
  if (!index.has(part.id)) index.set(part.id, part)
}

function inside<K, V>(maps: Map<K, Map<string, V>>, key: K): Map<string, V> {
  const map = maps.get(key) ?? new Map<string, V>()
  maps.set(key, map)
  return map
}

function append<T>(index: Map<string, T[]>, key: string, item: T): void {
  const list = index.get(key)
  if (list) list.push(item)
  else index.set(key, [item])
}

const known = new WeakMap<Topology, Lookup>()

/** The lookup of a topology; made once for each immutable document. */
export function lookup(topology: Topology): Lookup {
  const made = known.get(topology) ?? new Lookup(topology)
  known.set(topology, made)
  return made
}
