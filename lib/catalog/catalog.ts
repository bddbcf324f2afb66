import type { Node } from '@/lib/topology/model/node'
import type { Kind, KindId } from './kind'
import { bot } from './kinds/bot'
import { businessApi } from './kinds/business-api'
import { mongoDatabase, postgresDatabase } from './kinds/databases'
import { externalHttp, externalSmtp } from './kinds/externals'
import { mongoDataApi } from './kinds/mongo-data-api'
import { postgresDataApi } from './kinds/postgres-data-api'
import { queue } from './kinds/queue'
import { redis } from './kinds/redis'
import { worker } from './kinds/worker'

/** Every kind, in the order of the palette. */
export const kinds: readonly Kind[] = [
  businessApi,
  worker,
  bot,
  postgresDataApi,
  mongoDataApi,
  queue,
  postgresDatabase,
  mongoDatabase,
  redis,
  externalHttp,
  externalSmtp,
]

const byId = new Map<KindId, Kind>(kinds.map((kind) => [kind.id, kind]))

/** The kind with this id; every id has one. */
export function kindById(id: KindId): Kind {
  const kind = byId.get(id)
  if (!kind) throw new Error(`There is no kind "${id}" in the catalogue.`)
  return kind
}

/** The kind of a node of a design. */
export function kindOf(node: Node): Kind {
  return kindById(kindIdOf(node))
}

function kindIdOf(node: Node): KindId {
  switch (node.type) {
    case 'service':
      return node.kind
    case 'database':
      return node.engine === 'postgres' ? 'postgres_database' : 'mongo_database'
    case 'external':
      return node.protocol === 'http' ? 'external_http' : 'external_smtp'
    default:
      return node.type
  }
}
