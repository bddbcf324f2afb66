import type { GeneratedKind } from '../generated-kind'
import { contribute } from './contributions'

export const postgresDataApi: GeneratedKind = {
  id: 'postgres_data_api',
  view: ({ name, title }) => ({ service: { name, title } }),
  contribute,
}
