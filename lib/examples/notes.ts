import { cards } from './cards'
import { both, type Example, entity, field, places } from './parts'

const note = entity(
  'data',
  'note',
  { one: both('Note', 'Заметка'), many: both('Notes', 'Заметки'), of: 'заметки' },
  [
    field('title', both('Title', 'Заголовок'), { type: 'string', minLength: 1, maxLength: 200 }),
    field('content', both('Content', 'Текст'), { type: 'text', maxLength: 20_000, optional: true }),
    field('is_pinned', both('Pinned', 'Закреплена'), { type: 'boolean', indexed: true, default: false }),
  ],
)

export const notes: Example = {
  ...cards.notes,
  topology: {
    topoforge: 1,
    project: {
      name: 'notes',
      context: 'notes',
      title: both('Notes', 'Заметки'),
      locale: 'en',
    },
    nodes: [
      {
        id: 'writing',
        type: 'service',
        kind: 'business_api',
        domain: 'writing',
        label: both('Writing', 'Записи'),
      },
      { id: 'data', type: 'service', kind: 'postgres_data_api', domain: 'storage' },
      { id: 'database', type: 'database', engine: 'postgres' },
    ],
    links: [
      { id: 'link', type: 'calls', from: 'writing', to: 'data' },
      { id: 'link-2', type: 'stores', from: 'data', to: 'database' },
    ],
    entities: [note],
    messages: [],
    layout: places({ writing: [0, 0], data: [1, 0], database: [2, 0] }),
  },
}
