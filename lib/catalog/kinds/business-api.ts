import { freshName } from '@/lib/topology/fresh'
import type { Kind } from '../kind'

export const businessApi: Kind = {
  id: 'business_api',
  label: { en: 'Business API', ru: 'Бизнес-API' },
  purpose: { en: 'Serves users over HTTP, owns no data', ru: 'Отвечает по HTTP, данных не хранит' },
  icon: 'server',
  accent: 'teal',
  shape: 'card',
  key: 'a',
  can: { call: true, answerCalls: true, publish: true, cache: true },
  generated: true,
  create: (id, taken) => ({
    id,
    type: 'service',
    kind: 'business_api',
    domain: freshName(taken, 'orders'),
  }),
}
