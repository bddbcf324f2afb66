import { mailNeeds } from '../../external-systems/mail-needs'
import type { Project, Service } from '../../project'
import { rabbitmqServer } from '../../rabbitmq'
import { redisServer } from '../../redis'
import { remembersInRedis, usesRedis } from '../../redis-uses'
import { needsOf, type Server, type ServerNeeds, spare } from '../../servers'

/** What was done has to be remembered; without what is only kept for a while everything goes on. */
function redisOf(service: Service): readonly Server[] {
  if (!usesRedis(service)) return []
  return [remembersInRedis(service) ? redisServer() : spare(redisServer())]
}

/** The servers that a worker needs. */
export function serverNeeds(service: Service, project: Project): ServerNeeds {
  return needsOf([
    ...(service.consumes.length + service.publishes.length > 0 ? [rabbitmqServer(project.name)] : []),
    ...redisOf(service),
    ...mailNeeds(service).servers,
  ])
}
