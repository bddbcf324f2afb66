import type { Kind } from '../kind'

export const redis: Kind = {
  id: 'redis',
  label: { en: 'Redis', ru: 'Redis' },
  purpose: { en: 'Cache, limits, sessions', ru: 'Кэш, лимиты, сессии' },
  icon: 'zap',
  accent: 'red',
  shape: 'drum',
  key: 'r',
  can: { beCache: true },
  generated: true,
  create: (id) => ({ id, type: 'redis' }),
}
