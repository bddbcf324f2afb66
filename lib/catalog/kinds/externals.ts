import { freshName } from '@/lib/topology/fresh'
import type { Kind } from '../kind'

export const externalHttp: Kind = {
  id: 'external_http',
  label: { en: 'External HTTP system', ru: 'Внешняя HTTP-система' },
  purpose: { en: 'A system outside, over HTTP', ru: 'Чужая система по HTTP' },
  icon: 'globe',
  accent: 'slate',
  shape: 'card',
  key: 'e',
  can: { answerCalls: true },
  generated: true,
  create: (id, taken) => ({
    id,
    type: 'external',
    protocol: 'http',
    name: freshName(taken, 'partner'),
    operations: [],
  }),
}

export const externalSmtp: Kind = {
  id: 'external_smtp',
  label: { en: 'Mail server', ru: 'Почтовый сервер' },
  purpose: { en: 'Sends email over SMTP', ru: 'Отправляет почту по SMTP' },
  icon: 'at-sign',
  accent: 'slate',
  shape: 'card',
  key: 's',
  can: { answerCalls: true },
  generated: true,
  create: (id, taken) => ({ id, type: 'external', protocol: 'smtp', name: freshName(taken, 'mail') }),
}
