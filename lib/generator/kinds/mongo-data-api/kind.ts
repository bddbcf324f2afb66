import { openapi } from '../data-api/openapi'
import { partsOf } from '../data-api/parts'
import type { GeneratedKind } from '../generated-kind'
import { contribute } from './contributions'
import { view } from './view'

export const mongoDataApi: GeneratedKind = {
  id: 'mongo_data_api',
  view,
  parts: (service) => partsOf('mongo', service),
  contribute,
  openapi,
}
