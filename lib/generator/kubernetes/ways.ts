import type { Engine } from '@/lib/topology/model/basics'
import { reachOf } from '../compose'
import { mongoReach } from '../mongo'
import { postgresReach } from '../postgres'
import type { Service } from '../project'
import { RABBITMQ_REACH } from '../rabbitmq'
import { REDIS_REACH } from '../redis'
import type { Way } from '../resolve-ways'
import type { Reach } from './workload'

/** Where data APIs find their databases. */
const DATABASES: Readonly<Record<Engine, Reach>> = {
  postgres: postgresReach,
  mongo: mongoReach,
}

/** Ports of systems outside, and of servers there that take mail over TLS. */
const HTTPS = [443]
const SUBMISSION = [465, 587]

/** Whom a service may talk to because links say so; what of that is not in the cluster no policy names. */
export function drawnReaches({ ways }: Service): readonly Reach[] {
  return ways.map(toReach)
}

function toReach(way: Way): Reach {
  switch (way.to) {
    case 'service':
      return reachOf(way)
    case 'database':
      return DATABASES[way.engine]
    case 'rabbitmq':
      return RABBITMQ_REACH
    case 'redis':
      return REDIS_REACH
    case 'http':
      return { outside: 'http', ports: HTTPS }
    case 'smtp':
      return { outside: 'mail', ports: SUBMISSION }
  }
}
