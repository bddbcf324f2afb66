import type { GeneratedKind } from '../generated-kind'
import { contribute } from './contributions'
import { openapi } from './openapi'
import { view } from './view'

export const postgresDataApi: GeneratedKind = {
  id: 'postgres_data_api',
  view,
  parts: ({ takesUnits, searched }) => [
    ...(takesUnits ? ['outbox'] : []),
    ...(searched.length > 0 ? ['searches'] : []),
  ],
  contribute,
  openapi,
}
