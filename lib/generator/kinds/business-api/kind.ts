import type { GeneratedKind } from '../generated-kind'
import { contribute } from './contributions'
import { openapi } from './openapi'
import { view } from './view'

export const businessApi: GeneratedKind = {
  id: 'business_api',
  view,
  parts: ({ useCases, systems, publishes }) => [
    'entity_access',
    ...(useCases.length > 0 || publishes.length > 0 ? ['steps'] : []),
    ...(systems.length > 0 ? ['external_clients'] : []),
  ],
  contribute,
  openapi,
}
