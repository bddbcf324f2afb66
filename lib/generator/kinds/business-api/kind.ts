import type { GeneratedKind } from '../generated-kind'
import { contribute } from './contributions'

export const businessApi: GeneratedKind = {
  id: 'business_api',
  view: ({ name, title }) => ({ service: { name, title } }),
  contribute,
}
