import { freshName } from '@/lib/topology/fresh'
import type { Kind } from '../kind'

export const postgresDataApi: Kind = {
  id: 'postgres_data_api',
  label: { en: 'PostgreSQL data API', ru: 'API данных PostgreSQL' },
  purpose: { en: 'The only way to the tables', ru: 'Единственный путь к таблицам' },
  icon: 'table-2',
  accent: 'blue',
  shape: 'card',
  key: 'p',
  can: { answerCalls: true, cache: true, store: 'postgres' },
  generated: true,
  create: (id, taken) => ({
    id,
    type: 'service',
    kind: 'postgres_data_api',
    domain: freshName(taken, 'records'),
  }),
}
