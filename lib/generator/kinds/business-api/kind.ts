import type { GeneratedKind } from '../generated-kind'
import { contribute } from './contributions'
import { openapi } from './openapi'
import { view } from './view'

export const businessApi: GeneratedKind = {
  id: 'business_api',
  view,
  parts: ({ useCases }) => ['entity_access', ...(useCases.length > 0 ? ['steps'] : [])],
  contribute,
  openapi,
}
