import type { GeneratedKind } from '../generated-kind'
import { contribute } from './contributions'
import { openapi } from './openapi'
import { view } from './view'

export const postgresDataApi: GeneratedKind = {
  id: 'postgres_data_api',
  view,
  parts: ({ takesUnits }) => (takesUnits ? ['outbox'] : []),
  contribute,
  openapi,
}
