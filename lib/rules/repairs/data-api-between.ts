import { combine, type Edit, removeLinks } from '@/lib/topology/edits'
import { lookup } from '@/lib/topology/lookup'
import type { Link } from '@/lib/topology/model/link'
import type { Database } from '@/lib/topology/model/node'
import type { Topology } from '@/lib/topology/model/topology'
import { addDataApi, clientsOf, connect, dataApisOf, removeIfLonely, storesOf } from './stores'

/**
 * Replaces a link that reaches into a database by a call to its data API: the
 * one of this database, else the one of its engine, else a new one.
 */
export function putDataApiBetween(link: Link): Edit {
  return (topology) => {
    const database = lookup(topology).node(link.to)
    if (database?.type !== 'database') return topology
    const without = removeLinks([link.id])(topology)
    const served = ownerOf(without, database) ? without : addDataApi(database)(without)
    const owner = ownerOf(served, database)
    if (!owner) return topology
    const hasStore = storesOf(lookup(served), owner).length > 0
    return combine(
      hasStore ? (same) => same : connect('stores', owner, database.id),
      connect('calls', link.from, owner),
      removeIfLonely(database.id),
    )(served)
  }
}

function ownerOf(topology: Topology, database: Database): string | undefined {
  const look = lookup(topology)
  const dataApis = dataApisOf(look, database.engine)
  const free = dataApis.find(({ id }) => storesOf(look, id).length === 0)
  return clientsOf(look, database.id)[0]?.from ?? (free ?? dataApis[0])?.id
}
