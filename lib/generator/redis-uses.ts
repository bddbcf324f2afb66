import type { Variable } from './contributions'
import type { Service } from './project'

type Facts = Pick<Service, 'kind' | 'redis' | 'resources' | 'uses' | 'consumes' | 'schedules'>

/** Whether a worker remembers in Redis what it has done. */
export function remembersInRedis({ kind, redis, consumes, schedules }: Facts): boolean {
  return kind === 'worker' && redis.includes('idempotency') && consumes.length + schedules.length > 0
}

/** Whether a service keeps rows of data APIs in Redis: where it knows none there is nothing to keep. */
export function cachesRows({ redis, resources, uses }: Facts): boolean {
  return redis.includes('cache') && resources.length + uses.length > 0
}

/** Whether a service answers an address only so often. */
export function limitsRequests({ kind, redis }: Facts): boolean {
  return kind === 'business_api' && redis.includes('rate_limit')
}

/** Whether a service tells live of what it changes: where it knows no entities there is nothing to tell. */
export function tellsLive({ redis, resources, uses }: Facts): boolean {
  return redis.includes('pub_sub') && resources.length + uses.length > 0
}

/** Whether callers can follow the changes of what a service offers. */
export function streamsChanges(service: Facts): boolean {
  return service.kind === 'business_api' && tellsLive(service) && service.resources.length > 0
}

/** Whether a service uses Redis and goes on without it. */
export function usesSpareRedis(service: Facts): boolean {
  return cachesRows(service) || limitsRequests(service) || tellsLive(service)
}

/** Whether a service needs a client of Redis. */
export function usesRedis(service: Facts): boolean {
  return remembersInRedis(service) || usesSpareRedis(service)
}

/** What can be said in `.env` about the uses of Redis, and how a container is told of it. */
export function redisLimits(service: Facts): {
  readonly variables: readonly Variable[]
  readonly environment: Readonly<Record<string, string>>
} {
  const variables = [
    ...(cachesRows(service) ? [CACHE_SECONDS] : []),
    ...(limitsRequests(service) ? [RATE_LIMIT, TRUSTED_PROXIES] : []),
  ]
  const environment = variables.map(({ name, default: value }) => [name, `\${${name}:-${value}}`])
  return { variables, environment: Object.fromEntries(environment) }
}

const CACHE_SECONDS: Variable = {
  name: 'CACHE_SECONDS',
  heading: 'For how long rows of data APIs are kept in Redis',
  default: '60',
}

const RATE_LIMIT: Variable = {
  name: 'RATE_LIMIT_PER_MINUTE',
  heading: 'How many requests of one address are answered in a minute',
  default: '600',
}

const TRUSTED_PROXIES: Variable = {
  name: 'TRUSTED_PROXIES',
  heading: 'How many proxies before the services say in X-Forwarded-For who has asked them',
  default: '0',
}
