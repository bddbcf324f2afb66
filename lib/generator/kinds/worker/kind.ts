import type { Service } from '../../project'
import { cachesRows, tellsLive } from '../../redis-uses'
import type { GeneratedKind } from '../generated-kind'
import { contribute } from './contributions'
import { view } from './view'

export const worker: GeneratedKind = {
  id: 'worker',
  view,
  parts: partsOf,
  contribute,
}

function partsOf(service: Service): readonly string[] {
  const { handlers, schedules, systems, mailServers } = service
  return [
    ...(handlers.length + schedules.length + systems.length + mailServers.length > 0
      ? ['entity_access']
      : []),
    ...(handlers.length + schedules.length > 0 ? ['steps'] : []),
    ...(systems.length > 0 ? ['external_clients'] : []),
    ...(mailServers.length > 0 ? ['mail_sending'] : []),
    ...(cachesRows(service) ? ['cached_access'] : []),
    ...(tellsLive(service) ? ['told_changes'] : []),
  ]
}
