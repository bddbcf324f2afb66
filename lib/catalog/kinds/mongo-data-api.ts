import { freshName } from '@/lib/topology/fresh'
import type { Kind } from '../kind'

export const mongoDataApi: Kind = {
  id: 'mongo_data_api',
  label: { en: 'MongoDB data API', ru: 'API данных MongoDB' },
  purpose: { en: 'The only way to the documents', ru: 'Единственный путь к документам' },
  icon: 'file-json-2',
  accent: 'green',
  shape: 'card',
  key: 'm',
  can: { answerCalls: true, cache: true, store: 'mongo' },
  generated: false,
  create: (id, taken) => ({
    id,
    type: 'service',
    kind: 'mongo_data_api',
    domain: freshName(taken, 'documents'),
  }),
}
