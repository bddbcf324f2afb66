import type { GeneratedKind } from '../generated-kind'
import { contribute } from './contributions'
import { view } from './view'

export const worker: GeneratedKind = {
  id: 'worker',
  view,
  parts: ({ handlers, schedules }) =>
    handlers.length + schedules.length > 0 ? ['entity_access', 'steps'] : [],
  contribute,
}
