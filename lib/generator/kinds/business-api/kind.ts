import type { Service } from '../../project'
import { cachesRows, limitsRequests, streamsChanges, tellsLive } from '../../redis-uses'
import type { GeneratedKind } from '../generated-kind'
import { contribute } from './contributions'
import { openapi } from './openapi'
import { view } from './view'

export const businessApi: GeneratedKind = {
  id: 'business_api',
  view,
  parts: partsOf,
  contribute,
  openapi,
}

function partsOf(service: Service): readonly string[] {
  const { useCases, systems, publishes } = service
  return [
    'entity_access',
    ...(useCases.length > 0 || publishes.length > 0 ? ['steps'] : []),
    ...(systems.length > 0 ? ['external_clients'] : []),
    ...(cachesRows(service) ? ['cached_access'] : []),
    ...(limitsRequests(service) ? ['limited_api'] : []),
    ...(tellsLive(service) ? ['told_changes'] : []),
    ...(streamsChanges(service) ? ['change_streams'] : []),
  ]
}
