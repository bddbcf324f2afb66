import { mailNeeds } from '../../external-systems/mail-needs'
import type { Project, Service } from '../../project'
import { rabbitmqServer } from '../../rabbitmq'
import { redisServer } from '../../redis'
import { usesRedis } from '../../redis-uses'
import { needsOf, type ServerNeeds } from '../../servers'

/** The servers that a worker needs. */
export function serverNeeds(service: Service, project: Project): ServerNeeds {
  return needsOf([
    ...(service.consumes.length + service.publishes.length > 0 ? [rabbitmqServer(project.name)] : []),
    ...(usesRedis(service) ? [redisServer()] : []),
    ...mailNeeds(service).servers,
  ])
}
