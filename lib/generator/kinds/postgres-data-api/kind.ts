import type { GeneratedKind } from '../generated-kind'

export const postgresDataApi: GeneratedKind = {
  id: 'postgres_data_api',
  view: ({ name, title }) => ({ service: { name, title } }),
}
