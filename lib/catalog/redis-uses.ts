import type { Link, RedisUse } from '@/lib/topology/model/link'
import type { ServiceKind } from '@/lib/topology/model/service'
import type { KindId } from './kind'

interface Uses {
  /** What services of the kind can use Redis for. */
  readonly can: readonly RedisUse[]
  /** What a link means that names no use. */
  readonly unsaid: readonly RedisUse[]
  /** What the generator writes code for. */
  readonly built: readonly RedisUse[]
}

const OF_DATA_API: Uses = { can: ['cache'], unsaid: ['cache'], built: [] }

/** What each kind of service uses Redis for. */
const USES: Readonly<Record<ServiceKind, Uses>> = {
  business_api: {
    can: ['cache', 'rate_limit', 'pub_sub'],
    unsaid: ['cache'],
    built: ['cache', 'rate_limit', 'pub_sub'],
  },
  worker: {
    can: ['idempotency', 'cache', 'pub_sub'],
    unsaid: ['idempotency'],
    built: ['idempotency', 'cache', 'pub_sub'],
  },
  bot: {
    can: ['sessions', 'rate_limit', 'cache', 'idempotency'],
    unsaid: ['sessions', 'idempotency'],
    built: [],
  },
  postgres_data_api: OF_DATA_API,
  mongo_data_api: OF_DATA_API,
}

type CachesLink = Extract<Link, { type: 'caches' }>

/** What a service uses Redis for over this link: what it names, or what the kind of the service needs. */
export function usesOver({ uses }: CachesLink, kind: ServiceKind): readonly RedisUse[] {
  return uses ?? USES[kind].unsaid
}

/** Whether a service of this kind can use Redis for this. */
export function canUseRedisFor(kind: ServiceKind, use: RedisUse): boolean {
  return USES[kind].can.includes(use)
}

/** Whether code is written for everything that a node of this kind uses Redis for over this link. */
export function areUsesBuilt(link: CachesLink, kind: KindId): boolean {
  if (!isServiceKind(kind)) return false
  const { built } = USES[kind]
  return built.length > 0 && usesOver(link, kind).every((use) => built.includes(use))
}

function isServiceKind(kind: KindId): kind is ServiceKind {
  return kind in USES
}
