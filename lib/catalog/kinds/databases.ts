import type { Kind } from '../kind'

const drum = { icon: 'database', shape: 'drum' } as const

export const postgresDatabase: Kind = {
  ...drum,
  id: 'postgres_database',
  label: { en: 'PostgreSQL', ru: 'PostgreSQL' },
  purpose: { en: 'Tables and transactions', ru: 'Таблицы и транзакции' },
  accent: 'blue',
  key: 'd',
  can: { beStore: 'postgres' },
  generated: true,
  create: (id) => ({ id, type: 'database', engine: 'postgres' }),
}

export const mongoDatabase: Kind = {
  ...drum,
  id: 'mongo_database',
  label: { en: 'MongoDB', ru: 'MongoDB' },
  purpose: { en: 'Documents of flexible shape', ru: 'Документы гибкой формы' },
  accent: 'green',
  key: 'g',
  can: { beStore: 'mongo' },
  generated: false,
  create: (id) => ({ id, type: 'database', engine: 'mongo' }),
}
