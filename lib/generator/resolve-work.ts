import { usesOver } from '@/lib/catalog/redis-uses'
import type { Lookup } from '@/lib/topology/lookup'
import type { RedisUse } from '@/lib/topology/model/link'
import { REDIS_USES } from '@/lib/topology/model/link'
import type { Service as DrawnService } from '@/lib/topology/model/service'
import { pascalCase } from '@/lib/topology/naming'
import type { Handler, Message, Schedule, Service } from './project'
import { byName } from './wording'

type Work = Pick<Service, 'handlers' | 'schedules' | 'consumes' | 'concurrency' | 'redis'>

/** What a service does by itself: when messages come, and by the clock. What has no steps does nothing. */
export function resolveWork(
  service: DrawnService,
  look: Lookup,
  messages: ReadonlyMap<string, Message>,
): Work {
  const { id } = service
  const redis = redisUses(service, look)
  const consumes = queuesOf(id, look)
  if (service.kind !== 'worker') return { handlers: [], schedules: [], consumes, concurrency: null, redis }
  return {
    handlers: resolveHandlers(service, messages),
    schedules: resolveSchedules(service),
    consumes,
    concurrency: service.concurrency ?? null,
    redis,
  }
}

type Worker = Extract<DrawnService, { kind: 'worker' }>

function resolveHandlers(
  { handlers = [], id }: Worker,
  messages: ReadonlyMap<string, Message>,
): readonly Handler[] {
  return handlers
    .flatMap(({ message: handled, steps }, index): Handler[] => {
      const message = messages.get(handled)
      if (!message || steps.length === 0) return []
      return [{ message, steps, origin: { part: 'node', id, path: ['handlers', index] } }]
    })
    .sort((a, b) => byName(a.message, b.message))
}

function resolveSchedules({ schedules = [], id }: Worker): readonly Schedule[] {
  return schedules
    .flatMap(({ name, cron, timeZone, steps }, index): Schedule[] =>
      steps.length === 0
        ? []
        : [
            {
              name,
              className: pascalCase(name),
              cron,
              timeZone: timeZone ?? 'UTC',
              steps,
              origin: { part: 'node', id, path: ['schedules', index] },
            },
          ],
    )
    .sort(byName)
}

/** The queues that a service works off, by name. */
function queuesOf(service: string, look: Lookup): readonly string[] {
  const names = look.linksTo(service, 'consumes').flatMap(({ from }) => {
    const node = look.node(from)
    return node?.type === 'queue' ? [node.name] : []
  })
  return [...new Set(names)].sort()
}

/** What it uses Redis for. */
function redisUses({ id, kind }: DrawnService, look: Lookup): readonly RedisUse[] {
  const uses = look
    .linksFrom(id, 'caches')
    .flatMap((link) => (link.type === 'caches' ? usesOver(link, kind) : []))
  return REDIS_USES.filter((use) => uses.includes(use))
}
