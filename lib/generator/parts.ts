import type { Project } from './project'
import { cachesRows, limitsRequests, remembersInRedis, tellsLive, usesSpareRedis } from './redis-uses'

/** A folder of templates/ that a project takes along only when it has what the folder is about. */
interface Part {
  readonly folder: string
  readonly isIn: (project: Project) => boolean
}

/** Whatever is drawn: settings, logs, errors, HTTP, and the files around them. */
const always: Part = { folder: 'project', isIn: () => true }
/** Work that no request asks for: what may be repeated is done once, by the clock or when a message comes. */
const background: Part = { folder: 'background', isIn: hasBackground }
/** Messages: publishing, consuming, retries, dead letters. */
const messaging: Part = { folder: 'messaging', isIn: hasMessages }
/** Systems that are asked over HTTP. */
const externals: Part = { folder: 'externals', isIn: hasHttpSystems }
/** Business APIs that other services ask. */
const apiCalls: Part = { folder: 'api_calls', isIn: hasCalledApis }
/** Mail that is sent. */
const mail: Part = { folder: 'mail', isIn: hasMail }

/** A client of Redis. */
const redis: Part = { folder: 'redis', isIn: hasRedis }
/** What was done is remembered in Redis. */
const redisIdempotency: Part = { folder: 'redis_idempotency', isIn: hasRedisIdempotency }
/** Redis that may be away. */
const spareRedis: Part = { folder: 'spare_redis', isIn: hasSpareRedis }
/** Rows of data APIs that are kept for a while. */
const rowCache: Part = { folder: 'row_cache', isIn: hasRowCache }

/** How often one address may ask. */
const rateLimit: Part = { folder: 'rate_limit', isIn: hasRateLimit }
/** Tests over running services: what is published arrives. */
const flows: Part = { folder: 'flows', isIn: ({ flows }) => flows.arrivals.length > 0 }

/** Changes of rows that are told live. */
const liveChanges: Part = { folder: 'live_changes', isIn: hasLiveChanges }

/** Traces are carried from service to service. */
const carriedTraces: Part = { folder: 'carried_traces', isIn: (project) => !isObserved(project) }
/** What services measure, traces among it. */
const observability: Part = { folder: 'observability', isIn: isObserved }
/** What is measured of work that no request asks for. */
const observedWork: Part = {
  folder: 'observed_work',
  isIn: (project) => isObserved(project) && hasBackground(project),
}

/** Manifests for a cluster: why they are as they are. */
const kubernetes: Part = { folder: 'kubernetes', isIn: ({ options }) => options.kubernetes }

const parts: readonly Part[] = [
  always,
  carriedTraces,
  background,
  messaging,
  redis,
  redisIdempotency,
  spareRedis,
  rowCache,
  rateLimit,
  liveChanges,
  externals,
  apiCalls,
  mail,
  flows,
  observability,
  observedWork,
  kubernetes,
]

/** Whether services measure and trace what they do. */
export function isObserved({ options }: Project): boolean {
  return options.observability
}

/** Whether there is something that what is started beside the services can show. */
export function isWatched(project: Project): boolean {
  return isObserved(project) && project.services.length > 0
}

/** Whether anything of the project goes through RabbitMQ. */
export function hasMessages({ queues }: Project): boolean {
  return queues.length > 0
}

/** Whether something works without being asked: a schedule needs no queue. */
export function hasBackground(project: Project): boolean {
  return hasMessages(project) || project.services.some(({ kind }) => kind === 'worker')
}

/** Whether some service asks another system for something. */
function hasHttpSystems({ services }: Project): boolean {
  return services.some(({ systems }) => systems.length > 0)
}

/** Whether some service asks a Business API for something. */
export function hasCalledApis({ services }: Project): boolean {
  return services.some(({ systems }) => systems.some(({ api }) => api !== null))
}

/** Whether some service sends mail. */
export function hasMail({ services }: Project): boolean {
  return services.some(({ mailServers }) => mailServers.length > 0)
}

/** Whether the tests of what is consumed, or some worker, remember in Redis what was done. */
function hasRedisIdempotency(project: Project): boolean {
  return hasMessages(project) || project.services.some(remembersInRedis)
}

/** Whether some service keeps rows of data APIs for a while. */
export function hasRowCache({ services }: Project): boolean {
  return services.some(cachesRows)
}

/** Whether some service answers an address only so often. */
export function hasRateLimit({ services }: Project): boolean {
  return services.some(limitsRequests)
}

/** Whether some service tells live of what it changes. */
export function hasLiveChanges({ services }: Project): boolean {
  return services.some(tellsLive)
}

/** Whether some service uses Redis and goes on without it. */
function hasSpareRedis(project: Project): boolean {
  return project.services.some(usesSpareRedis)
}

/** Whether anything of the project talks to Redis. */
export function hasRedis(project: Project): boolean {
  return hasRedisIdempotency(project) || hasSpareRedis(project)
}

/** The folders of templates that a project's root is made from, in their order. */
export function foldersOf(project: Project): readonly string[] {
  return parts.filter(({ isIn }) => isIn(project)).map(({ folder }) => folder)
}
