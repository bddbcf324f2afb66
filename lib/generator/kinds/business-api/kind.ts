import { serviceFacts } from '../../service-view'
import type { GeneratedKind } from '../generated-kind'
import { contribute } from './contributions'
import { openapi } from './openapi'

export const businessApi: GeneratedKind = {
  id: 'business_api',
  view: (service) => ({ service: serviceFacts(service) }),
  contribute,
  openapi,
}
