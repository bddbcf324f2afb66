import { openapi } from '../data-api/openapi'
import { partsOf } from '../data-api/parts'
import type { GeneratedKind } from '../generated-kind'
import { contribute } from './contributions'
import { view } from './view'

export const postgresDataApi: GeneratedKind = {
  id: 'postgres_data_api',
  view,
  parts: (service) => partsOf('postgres', service),
  contribute,
  openapi,
}
