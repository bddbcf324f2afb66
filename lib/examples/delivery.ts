import type { Field } from '@/lib/topology/model/field'
import type { Message } from '@/lib/topology/model/message'
import type { Node } from '@/lib/topology/model/node'
import { cards } from './cards'
import { assignCourier, requestDelivery, tellRecipient } from './delivery-steps'
import { both, type Example, entity, field, places, value } from './parts'

const address = (name: string, label: ReturnType<typeof both>): Field =>
  field(name, label, { type: 'string', minLength: 3, maxLength: 300 })
const phone = { type: 'string', maxLength: 16, pattern: '^\\+[0-9]{7,15}$' } as const

const parcel = entity(
  'data',
  'parcel',
  { one: both('Parcel', 'Посылка'), many: both('Parcels', 'Посылки'), of: 'посылки' },
  [
    address('pick_up_at', both('From', 'Откуда')),
    address('bring_to', both('To', 'Куда')),
    field('recipient_phone', both('Phone of the recipient', 'Телефон получателя'), phone),
    field('grams', both('Weight, g', 'Вес, г'), { type: 'integer', min: 1, max: 30_000 }),
    field('metres', both('Way, m', 'Путь, м'), { type: 'integer', min: 0, max: 500_000 }),
    field('price', both('Price', 'Цена'), { type: 'decimal', precision: 10, scale: 2 }),
    field('courier', both('Courier', 'Курьер'), { type: 'string', maxLength: 200, optional: true }),
    field('status', both('Status', 'Статус'), {
      type: 'enum',
      values: [
        value('requested', 'Waits for a courier', 'Ждёт курьера'),
        value('assigned', 'A courier is on the way', 'Курьер в пути'),
        value('delivered', 'Delivered', 'Доставлена'),
      ],
      indexed: true,
      default: 'requested',
    }),
  ],
)

const parcelId = field('parcel_id', both('Parcel', 'Посылка'), { type: 'reference', entity: 'parcel' })

const messages: readonly Message[] = [
  {
    id: 'requested',
    type: 'event',
    name: 'parcel.requested',
    label: both('A parcel is to be fetched', 'Посылку нужно забрать'),
    fields: [parcelId],
  },
  {
    id: 'assigned',
    type: 'event',
    name: 'parcel.assigned',
    label: both('A courier is on the way', 'Курьер назначен'),
    fields: [
      parcelId,
      field('courier', both('Courier', 'Курьер'), { type: 'string', minLength: 1, maxLength: 200 }),
    ],
  },
]

const outside: readonly Node[] = [
  {
    id: 'maps',
    type: 'external',
    protocol: 'http',
    name: 'maps',
    label: both('Maps', 'Карты'),
    operations: [
      {
        name: 'measure_way',
        method: 'GET',
        path: '/ways',
        input: [address('start', both('From', 'Откуда')), address('finish', both('To', 'Куда'))],
        output: [field('metres', both('Way, m', 'Путь, м'), { type: 'integer', min: 0, max: 500_000 })],
      },
    ],
  },
  {
    id: 'couriers',
    type: 'external',
    protocol: 'http',
    name: 'couriers',
    label: both('Couriers', 'Курьеры'),
    operations: [
      {
        name: 'assign_courier',
        method: 'PUT',
        path: '/orders/{order_id}',
        input: [
          field('order_id', both('Order', 'Заказ'), { type: 'uuid' }),
          address('place', both('Where', 'Где')),
        ],
        output: [
          field('courier', both('Courier', 'Курьер'), { type: 'string', minLength: 1, maxLength: 200 }),
        ],
      },
    ],
  },
  {
    id: 'sms',
    type: 'external',
    protocol: 'http',
    name: 'sms_gateway',
    label: both('SMS', 'СМС'),
    operations: [
      {
        name: 'send_text',
        method: 'POST',
        path: '/texts',
        input: [
          field('phone', both('Phone', 'Телефон'), phone),
          field('text', both('Text', 'Текст'), { type: 'string', minLength: 1, maxLength: 500 }),
        ],
        output: [],
      },
    ],
  },
]

/** Parcels: prices by the way, couriers and messages from systems outside, and nothing lost between them. */
export const delivery: Example = {
  ...cards.delivery,
  topology: {
    topoforge: 1,
    project: {
      name: 'delivery',
      context: 'delivery',
      title: both('Parcel delivery', 'Доставка посылок'),
      description: both('Parcels, prices and couriers.', 'Посылки, цены и курьеры.'),
      locale: 'ru',
    },
    nodes: [
      {
        id: 'orders',
        type: 'service',
        kind: 'business_api',
        domain: 'parcel',
        label: both('Orders', 'Заказы'),
        description: both('Takes parcels and tells their price.', 'Принимает посылки и называет цену.'),
        resources: [{ entity: 'parcel', operations: ['read', 'list'] }],
        useCases: [requestDelivery],
      },
      {
        id: 'dispatch',
        type: 'service',
        kind: 'worker',
        domain: 'dispatch',
        label: both('Dispatch', 'Диспетчер'),
        description: both('Finds a courier for each parcel.', 'Находит курьера для каждой посылки.'),
        handlers: [assignCourier],
      },
      {
        id: 'notices',
        type: 'service',
        kind: 'worker',
        domain: 'notice',
        label: both('Notices', 'Уведомления'),
        description: both('Tells recipients who comes.', 'Сообщает получателям, кто придёт.'),
        handlers: [tellRecipient],
      },
      {
        id: 'data',
        type: 'service',
        kind: 'postgres_data_api',
        domain: 'logistics',
        label: both('Parcels', 'Посылки'),
      },
      { id: 'database', type: 'database', engine: 'postgres' },
      { id: 'to-dispatch', type: 'queue', name: 'parcel_dispatch', messages: ['requested'] },
      { id: 'to-tell', type: 'queue', name: 'recipient_notices', messages: ['assigned'] },
      { id: 'redis', type: 'redis' },
      ...outside,
    ],
    links: [
      { id: 'link', type: 'calls', from: 'orders', to: 'data' },
      { id: 'link-2', type: 'calls', from: 'orders', to: 'maps' },
      { id: 'link-3', type: 'publishes', from: 'orders', to: 'to-dispatch' },
      { id: 'link-4', type: 'consumes', from: 'to-dispatch', to: 'dispatch' },
      { id: 'link-5', type: 'calls', from: 'dispatch', to: 'couriers' },
      { id: 'link-6', type: 'calls', from: 'dispatch', to: 'data' },
      { id: 'link-7', type: 'publishes', from: 'dispatch', to: 'to-tell' },
      { id: 'link-8', type: 'consumes', from: 'to-tell', to: 'notices' },
      { id: 'link-9', type: 'calls', from: 'notices', to: 'data', access: 'read' },
      { id: 'link-10', type: 'calls', from: 'notices', to: 'sms' },
      { id: 'link-11', type: 'caches', from: 'dispatch', to: 'redis', uses: ['idempotency'] },
      { id: 'link-12', type: 'caches', from: 'notices', to: 'redis', uses: ['idempotency'] },
      { id: 'link-13', type: 'caches', from: 'orders', to: 'redis', uses: ['rate_limit', 'pub_sub'] },
      { id: 'link-14', type: 'stores', from: 'data', to: 'database' },
    ],
    entities: [parcel],
    messages,
    layout: places({
      maps: [0, 0],
      orders: [1, 0],
      data: [2, 0],
      database: [3, 0],
      couriers: [0, 1],
      dispatch: [1, 1],
      'to-dispatch': [2, 1],
      redis: [3, 1],
      sms: [0, 2],
      notices: [1, 2],
      'to-tell': [2, 2],
    }),
  },
}
