import { freshName } from '@/lib/topology/fresh'
import type { Kind } from '../kind'

export const worker: Kind = {
  id: 'worker',
  label: { en: 'Worker', ru: 'Воркер' },
  purpose: { en: 'Works through messages and schedules', ru: 'Разбирает сообщения и расписания' },
  icon: 'cog',
  accent: 'amber',
  shape: 'card',
  key: 'w',
  can: { call: true, publish: true, consume: true, cache: true },
  generated: true,
  create: (id, taken) => ({
    id,
    type: 'service',
    kind: 'worker',
    domain: freshName(taken, 'processing'),
  }),
}
