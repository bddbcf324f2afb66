import type { Variable } from './contributions'
import type { Service } from './project'

type Facts = Pick<Service, 'kind' | 'redis' | 'resources' | 'uses'>

/** Whether a worker remembers in Redis what it has done. */
export function remembersInRedis({ kind, redis }: Facts): boolean {
  return kind === 'worker' && redis.includes('idempotency')
}

/** Whether a service keeps rows of data APIs in Redis: where it knows none there is nothing to keep. */
export function cachesRows({ redis, resources, uses }: Facts): boolean {
  return redis.includes('cache') && resources.length + uses.length > 0
}

/** Whether a service needs a client of Redis. */
export function usesRedis(service: Facts): boolean {
  return remembersInRedis(service) || cachesRows(service)
}

/** What can be said in `.env` about the uses of Redis, and how a container is told of it. */
export function redisLimits(service: Facts): {
  readonly variables: readonly Variable[]
  readonly environment: Readonly<Record<string, string>>
} {
  const variables = cachesRows(service) ? [CACHE_SECONDS] : []
  const environment = variables.map(({ name, default: value }) => [name, `\${${name}:-${value}}`])
  return { variables, environment: Object.fromEntries(environment) }
}

const CACHE_SECONDS: Variable = {
  name: 'CACHE_SECONDS',
  heading: 'For how long rows of data APIs are kept in Redis',
  default: '60',
}
