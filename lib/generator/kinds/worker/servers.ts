import { mailNeeds } from '../../external-systems/mail-needs'
import { hasMessages } from '../../parts'
import type { Project, Service } from '../../project'
import { rabbitmqServer } from '../../rabbitmq'
import { redisServer } from '../../redis'
import { needsOf, type ServerNeeds } from '../../servers'

/** Whether a worker remembers in Redis what it has done; one that only follows the clock does so by itself. */
export function remembersInRedis({ redis }: Service, project: Project): boolean {
  return redis.includes('idempotency') && hasMessages(project)
}

/** The servers that a worker needs. */
export function serverNeeds(service: Service, project: Project): ServerNeeds {
  return needsOf([
    ...(service.consumes.length + service.publishes.length > 0 ? [rabbitmqServer(project.name)] : []),
    ...(remembersInRedis(service, project) ? [redisServer()] : []),
    ...mailNeeds(service).servers,
  ])
}
