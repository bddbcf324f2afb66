import type { Entity } from '@/lib/topology/model/entity'
import { cards } from './cards'
import { lendBook, remindReaders, takeBack } from './library-steps'
import { both, type Example, entity, field, places, value } from './parts'

const book = entity(
  'data',
  'book',
  { one: both('Book', 'Книга'), many: both('Books', 'Книги'), of: 'книги' },
  [
    field('isbn', both('ISBN', 'ISBN'), {
      type: 'string',
      pattern: '^[0-9]{13}$',
      maxLength: 13,
      unique: true,
    }),
    field('title', both('Title', 'Название'), { type: 'string', minLength: 1, maxLength: 300 }),
    field('authors', both('Authors', 'Авторы'), {
      type: 'list',
      of: { type: 'string', minLength: 1, maxLength: 200 },
      minItems: 1,
      maxItems: 20,
    }),
    field('year', both('Year', 'Год издания'), { type: 'integer', min: 1450, max: 2100, indexed: true }),
    field('copies', both('Copies on the shelf', 'Экземпляров на полке'), {
      type: 'integer',
      min: 0,
      max: 10_000,
      default: 1,
    }),
  ],
)

const reader = entity(
  'data',
  'reader',
  { one: both('Reader', 'Читатель'), many: both('Readers', 'Читатели'), of: 'читателя' },
  [
    field('card_number', both('Library card', 'Читательский билет'), {
      type: 'string',
      pattern: '^[A-Z]{2}[0-9]{6}$',
      maxLength: 8,
      unique: true,
    }),
    field('name', both('Full name', 'Имя'), { type: 'string', minLength: 1, maxLength: 200 }),
    field('email', both('Email', 'Электронная почта'), { type: 'email', unique: true }),
    field('is_blocked', both('May not borrow', 'Выдача запрещена'), { type: 'boolean', default: false }),
  ],
)

const borrowing: Entity = entity(
  'data',
  'borrowing',
  { one: both('Borrowing', 'Выдача'), many: both('Borrowings', 'Выдачи'), of: 'выдачи' },
  [
    field('book_id', both('Book', 'Книга'), { type: 'reference', entity: 'book', onDelete: 'restrict' }),
    field('reader_id', both('Reader', 'Читатель'), {
      type: 'reference',
      entity: 'reader',
      onDelete: 'restrict',
    }),
    field('status', both('Status', 'Статус'), {
      type: 'enum',
      values: [value('out', 'With the reader', 'На руках'), value('returned', 'Returned', 'Возвращена')],
      indexed: true,
      default: 'out',
    }),
    field('due_at', both('Due', 'Вернуть до'), { type: 'datetime', indexed: true }),
    field('reminded_on', both('Last reminded on', 'Последнее напоминание'), { type: 'date', optional: true }),
  ],
)

/** A library: what is lent is counted, and who is late is reminded every morning. */
export const library: Example = {
  ...cards.library,
  topology: {
    topoforge: 1,
    project: {
      name: 'library',
      context: 'library',
      title: both('City library', 'Городская библиотека'),
      description: both('Books, readers and what is lent.', 'Книги, читатели и выдачи.'),
      locale: 'en',
    },
    nodes: [
      {
        id: 'desk',
        type: 'service',
        kind: 'business_api',
        domain: 'desk',
        label: both('Lending desk', 'Абонемент'),
        description: both('Lends books and takes them back.', 'Выдаёт книги и принимает их обратно.'),
        resources: [
          { entity: 'book' },
          { entity: 'reader' },
          { entity: 'borrowing', operations: ['read', 'list'] },
        ],
        useCases: [lendBook, takeBack],
      },
      {
        id: 'reminders',
        type: 'service',
        kind: 'worker',
        domain: 'reminder',
        label: both('Reminders', 'Напоминания'),
        description: both('Writes to readers who are late.', 'Пишет читателям, которые опаздывают.'),
        schedules: [remindReaders],
      },
      {
        id: 'data',
        type: 'service',
        kind: 'postgres_data_api',
        domain: 'collection',
        label: both('Books and readers', 'Книги и читатели'),
      },
      { id: 'database', type: 'database', engine: 'postgres' },
      { id: 'mail', type: 'external', protocol: 'smtp', name: 'mail' },
    ],
    links: [
      { id: 'link', type: 'calls', from: 'desk', to: 'data' },
      { id: 'link-2', type: 'calls', from: 'reminders', to: 'data' },
      { id: 'link-3', type: 'calls', from: 'reminders', to: 'mail' },
      { id: 'link-4', type: 'stores', from: 'data', to: 'database' },
    ],
    entities: [book, reader, borrowing],
    messages: [],
    layout: places({ desk: [0, 0], reminders: [0, 1], data: [1, 0], database: [2, 0], mail: [1, 1] }),
  },
}
