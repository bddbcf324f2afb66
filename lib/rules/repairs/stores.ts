import { kinds } from '@/lib/catalog/catalog'
import { newLink } from '@/lib/catalog/links'
import { addLink, addNode, type Edit, removeNodes } from '@/lib/topology/edits'
import { freshId } from '@/lib/topology/fresh'
import { engineOf, type Lookup, lookup } from '@/lib/topology/lookup'
import type { Engine } from '@/lib/topology/model/basics'
import type { Link, LinkType } from '@/lib/topology/model/link'
import type { Database, Node } from '@/lib/topology/model/node'
import type { Service } from '@/lib/topology/model/service'
import { faultOfLink, isGoodLink } from '../link-fault'
import { nearby } from './places'

/** The links over which a data API stores into databases of its engine. */
export function storesOf(look: Lookup, dataApiId: string): readonly Link[] {
  return look.linksFrom(dataApiId, 'stores').filter((link) => isGoodLink(look, link))
}

/** The links over which data APIs of its engine store into a database. */
export function clientsOf(look: Lookup, databaseId: string): readonly Link[] {
  return look.linksTo(databaseId, 'stores').filter((link) => isGoodLink(look, link))
}

/** Data APIs of an engine in the order of their names. */
export function dataApisOf(look: Lookup, engine: Engine): readonly Service[] {
  const key = (service: Service) => `${look.nameOf(service)}\u0000${service.id}`
  return look.services
    .filter((service) => engineOf(service) === engine)
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** The first database of an engine that no data API stores into. */
export function freeDatabase(look: Lookup, engine: Engine): Database | undefined {
  return look.databases().find((node) => node.engine === engine && clientsOf(look, node.id).length === 0)
}

/** Adds a node of the kind that has this ability, close to another one; `use` goes on with its id. */
function addKind(
  look: Lookup,
  which: (kind: (typeof kinds)[number]) => boolean,
  near: string,
  use: (id: string) => Edit,
): Edit {
  return (topology) => {
    const kind = kinds.find(which)
    if (!kind) return topology
    const taken = new Set(look.services.map(({ domain }) => domain))
    const node: Node = kind.create(freshId(topology, kind.id), taken)
    return use(node.id)(addNode(node, nearby(topology, near))(topology))
  }
}

/** Gives a data API a database: one of its engine that nobody uses, or a new one. */
export function addDatabase(dataApiId: string): Edit {
  return (topology) => {
    const look = lookup(topology)
    const engine = engineOf(look.node(dataApiId))
    if (!engine) return topology
    const free = freeDatabase(look, engine)
    const link = (id: string) => connect('stores', dataApiId, id)
    return free
      ? link(free.id)(topology)
      : addKind(look, ({ can }) => can.beStore === engine, dataApiId, link)(topology)
  }
}

/** Gives a database its data API: one of its engine that has no database yet, or a new one. */
export function addDataApi(database: Database): Edit {
  return (topology) => {
    const look = lookup(topology)
    const free = dataApisOf(look, database.engine).find(({ id }) => storesOf(look, id).length === 0)
    const link = (id: string) => connect('stores', id, database.id)
    return free
      ? link(free.id)(topology)
      : addKind(look, ({ can }) => can.store === database.engine, database.id, link)(topology)
  }
}

/** Links two nodes, unless such a link is there. */
export function connect(type: LinkType, from: string, to: string): Edit {
  return (topology) => {
    const isThere = topology.links.some((link) => link.type === type && link.from === from && link.to === to)
    return isThere ? topology : addLink(newLink(freshId(topology, 'link'), type, from, to))(topology)
  }
}

/** Whether a database has neither its data API nor anybody who reaches into it. */
export function isLonely(look: Lookup, databaseId: string): boolean {
  if (clientsOf(look, databaseId).length > 0) return false
  return !look.linksTo(databaseId).some((link) => faultOfLink(look, link) === 'direct-database-access')
}

/** Removes a database that nobody uses any more, with links that lead to it and mean nothing. */
export function removeIfLonely(databaseId: string): Edit {
  return (topology) =>
    isLonely(lookup(topology), databaseId) && lookup(topology).entitiesOf(databaseId).length === 0
      ? removeNodes([databaseId])(topology)
      : topology
}

/** Whether every data API of the engine has another database, so that this one is not needed. */
export function isSuperfluous(look: Lookup, { id, engine }: Database): boolean {
  const dataApis = dataApisOf(look, engine)
  const isServed = clientsOf(look, id).length > 0
  return !isServed && dataApis.length > 0 && dataApis.every((one) => storesOf(look, one.id).length > 0)
}
