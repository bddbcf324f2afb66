import type { Field, FieldType } from '@/lib/topology/model/field'
import type { DrawnRule, RuleExample } from '../rule'
import { database, entity, field, integer, lending, mongoApi, stores, string, withField } from '../sketch'
import { text } from '../words'

const one = (en: string, ru: string, ...fields: readonly Field[]): RuleExample => ({
  name: text(en, ru),
  topology: withField(...fields),
})

const status = [{ name: 'open' }, { name: 'in-progress' }, { name: 'RUB' }]

/** Designs with fields of every type that agree with themselves. */
export const validFields: DrawnRule['examples']['valid'] = [
  one(
    'Every type',
    'Все типы',
    field(
      'code',
      { type: 'string', minLength: 3, maxLength: 12, pattern: '^[A-Z]{3}-\\d+$' },
      { unique: true },
    ),
    field('note', { type: 'text', maxLength: 2000 }, { optional: true, default: 'two\nlines' }),
    field('term', { type: 'integer', min: 1, max: 360 }, { indexed: true, default: 12 }),
    field(
      'amount',
      { type: 'decimal', precision: 12, scale: 2, min: '0.01', max: 1_000_000 },
      { default: '100.00' },
    ),
    field('is_open', { type: 'boolean' }, { default: true, indexed: true }),
    field('due', { type: 'date' }, { default: 'now' }),
    field('signed_at', { type: 'datetime' }, { default: '2026-03-31T12:00:00+03:00' }),
    field('trace', { type: 'uuid' }, { unique: true }),
    field('email', { type: 'email' }, { default: 'desk@finance.org' }),
    field('pin', { type: 'secret', minLength: 4 }),
    field('status', { type: 'enum', values: status }, { default: 'open' }),
    field('extra', { type: 'json' }),
    field('tags', { type: 'list', of: { type: 'string' }, maxItems: 10 }, { default: ['new'] }),
    field('address', {
      type: 'object',
      fields: [
        { name: 'city', type: 'string' },
        { name: 'points', type: 'list', of: { type: 'list', of: { type: 'integer' } }, optional: true },
      ],
    }),
  ),
  one('A reference that may be emptied', 'Ссылка, которую можно очистить', {
    name: 'parent_id',
    type: 'reference',
    entity: 'loan',
    optional: true,
    onDelete: 'set_null',
  }),
]

function nested(depth: number): Field {
  const lists = Array.from({ length: depth })
  return field(
    'deep',
    lists.reduce<FieldType>((of) => ({ type: 'list', of }), { type: 'integer' }),
  )
}

/** Designs with one contradiction each. */
export const invalidFields: DrawnRule['examples']['invalid'] = [
  one(
    'Shortest above longest',
    'Наименьшая длина больше наибольшей',
    field('code', { type: 'string', minLength: 9, maxLength: 3 }),
  ),
  one(
    'A pattern that means different things',
    'Шаблон, понимаемый по-разному',
    field('code', { type: 'string', pattern: '(?=a)' }),
  ),
  one(
    'A pattern that no permitted text passes',
    'Шаблон, под который ничто не подходит',
    field('code', { type: 'string', pattern: '^[A-Z]{4}$', maxLength: 3 }),
  ),
  one('A string without end', 'Строка без конца', field('code', { type: 'string', maxLength: 20_000 })),
  one(
    'Smallest above largest',
    'Наименьшее больше наибольшего',
    field('term', { type: 'integer', min: 10, max: 1 }),
  ),
  one('Half a number', 'Половина числа', field('term', { type: 'integer', min: 0.5 })),
  one(
    'More places than digits',
    'Знаков после точки больше, чем цифр',
    field('amount', { type: 'decimal', precision: 2, scale: 4 }),
  ),
  one(
    'A limit that does not fit',
    'Граница не помещается',
    field('amount', { type: 'decimal', precision: 4, scale: 2, max: '100.00' }),
  ),
  one(
    'A limit that is no number',
    'Граница не число',
    field('amount', { type: 'decimal', precision: 4, scale: 2, min: 'ten' }),
  ),
  one('An enum without values', 'Перечисление без значений', field('status', { type: 'enum', values: [] })),
  one(
    'Enum values that are one member',
    'Значения перечисления сливаются',
    field('status', { type: 'enum', values: [{ name: 'in-use' }, { name: 'IN_USE' }] }),
  ),
  one(
    'An enum value in Russian',
    'Значение перечисления по-русски',
    field('status', { type: 'enum', values: [{ name: 'новый' }] }),
  ),
  one(
    'A default of another type',
    'Значение по умолчанию другого типа',
    integer('term', { default: 'twelve' }),
  ),
  one(
    'A default out of range',
    'Значение по умолчанию вне диапазона',
    field('term', { type: 'integer', max: 5 }, { default: 6 }),
  ),
  one(
    'A day that does not exist',
    'Несуществующая дата',
    field('due', { type: 'date' }, { default: '2026-02-30' }),
  ),
  one(
    'A moment without a time zone',
    'Момент без часового пояса',
    field('at', { type: 'datetime' }, { default: '2026-03-31T12:00:00' }),
  ),
  one(
    'A default that every row would share',
    'Общее значение уникального поля',
    string('code', { unique: true, default: 'A' }),
  ),
  one(
    'A unique boolean',
    'Уникальное логическое поле',
    field('is_open', { type: 'boolean' }, { unique: true }),
  ),
  one(
    'A unique range that is too small',
    'Слишком узкий уникальный диапазон',
    field('term', { type: 'integer', min: 1, max: 5 }, { unique: true }),
  ),
  one('An indexed text', 'Индекс по тексту', field('note', { type: 'text' }, { indexed: true })),
  one(
    'An indexed string that is too long',
    'Индекс по слишком длинной строке',
    field('note', { type: 'string', maxLength: 501 }, { indexed: true }),
  ),
  one('A secret in a list', 'Секрет в списке', field('pins', { type: 'list', of: { type: 'secret' } })),
  one(
    'A secret that is too long',
    'Слишком длинный секрет',
    field('pin', { type: 'secret', minLength: 500 }),
  ),
  one(
    'A list of fewer items than it must have',
    'Список короче наименьшего',
    field('tags', { type: 'list', of: { type: 'string' }, minItems: 5, maxItems: 2 }),
  ),
  one(
    'A list that is huge from the start',
    'Список, огромный с самого начала',
    field('tags', { type: 'list', of: { type: 'string', minLength: 200 }, minItems: 900 }),
  ),
  one('An object without fields', 'Объект без полей', field('address', { type: 'object', fields: [] })),
  one('Lists five deep', 'Списки на пять уровней вглубь', nested(5)),
  {
    name: text('Deletion empties a required field', 'Удаление очищает обязательное поле'),
    topology: lending({
      entities: [
        entity('customer', [integer('score')]),
        entity('loan', [
          { name: 'customer_id', type: 'reference', entity: 'customer', onDelete: 'set_null' },
        ]),
      ],
    }),
  },
  {
    name: text('A cascade in MongoDB', 'Каскад в MongoDB'),
    topology: lending({
      nodes: [mongoApi('audit'), database('mongo')],
      links: [stores('audit', 'mongo')],
      entities: [
        entity('visit', [integer('count')], { owner: 'audit' }),
        entity('page_view', [{ name: 'visit_id', type: 'reference', entity: 'visit', onDelete: 'cascade' }], {
          owner: 'audit',
        }),
      ],
    }),
  },
]
