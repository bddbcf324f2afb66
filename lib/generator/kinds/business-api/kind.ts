import type { GeneratedKind } from '../generated-kind'

export const businessApi: GeneratedKind = {
  id: 'business_api',
  view: ({ name, title }) => ({ service: { name, title } }),
}
