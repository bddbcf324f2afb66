import { serviceFacts } from '../../service-view'
import type { GeneratedKind } from '../generated-kind'
import { contribute } from './contributions'
import { openapi } from './openapi'

export const postgresDataApi: GeneratedKind = {
  id: 'postgres_data_api',
  view: (service) => ({ service: serviceFacts(service) }),
  contribute,
  openapi,
}
