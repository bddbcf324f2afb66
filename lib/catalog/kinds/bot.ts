import { freshName } from '@/lib/topology/fresh'
import type { Kind } from '../kind'

export const bot: Kind = {
  id: 'bot',
  label: { en: 'Telegram bot', ru: 'Телеграм-бот' },
  purpose: { en: 'Talks with people in Telegram', ru: 'Говорит с людьми в Телеграме' },
  icon: 'bot',
  accent: 'sky',
  shape: 'card',
  key: 'b',
  can: { call: true, publish: true, consume: true, cache: true },
  generated: false,
  create: (id, taken) => ({
    id,
    type: 'service',
    kind: 'bot',
    domain: freshName(taken, 'notification'),
  }),
}
