import { freshName } from '@/lib/topology/fresh'
import type { Kind } from '../kind'

export const queue: Kind = {
  id: 'queue',
  label: { en: 'Queue', ru: 'Очередь' },
  purpose: { en: 'Carries events or tasks', ru: 'Несёт события или задачи' },
  icon: 'mail',
  accent: 'orange',
  shape: 'pill',
  key: 'q',
  can: { carry: true },
  generated: true,
  create: (id, taken) => ({ id, type: 'queue', name: freshName(taken, 'jobs'), messages: [] }),
}
