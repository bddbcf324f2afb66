import { both, entity, field, value } from './parts'

const money = { type: 'decimal', precision: 12, scale: 2, min: 0 } as const

const category = entity(
  'data',
  'category',
  { one: both('Category', 'Категория'), many: both('Categories', 'Категории'), of: 'категории' },
  [
    field('name', both('Name', 'Название'), { type: 'string', minLength: 1, maxLength: 100 }),
    field('slug', both('Name in addresses', 'Имя в адресах'), {
      type: 'string',
      maxLength: 60,
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      unique: true,
    }),
    field('parent_id', both('Inside of', 'Входит в'), {
      type: 'reference',
      entity: 'category',
      onDelete: 'restrict',
      optional: true,
    }),
  ],
)

const product = entity(
  'data',
  'product',
  { one: both('Product', 'Товар'), many: both('Products', 'Товары'), of: 'товара' },
  [
    field('sku', both('Article number', 'Артикул'), {
      type: 'string',
      maxLength: 12,
      pattern: '^[A-Z]{2,4}-[0-9]{4,7}$',
      unique: true,
    }),
    field('title', both('Title', 'Название'), { type: 'string', minLength: 1, maxLength: 200 }),
    field('category_id', both('Category', 'Категория'), {
      type: 'reference',
      entity: 'category',
      onDelete: 'restrict',
    }),
    field('price', both('Price', 'Цена'), { ...money, indexed: true }),
    field('stock', both('Pieces in stock', 'Остаток, штук'), { type: 'integer', min: 0, default: 0 }),
    field('tags', both('Tags', 'Метки'), {
      type: 'list',
      of: { type: 'string', minLength: 1, maxLength: 40 },
      maxItems: 20,
    }),
    field('parcel', both('Parcel', 'Упаковка'), {
      type: 'object',
      optional: true,
      fields: [
        field('weight_grams', both('Weight, g', 'Вес, г'), { type: 'integer', min: 1 }),
        field('length_mm', both('Length, mm', 'Длина, мм'), { type: 'integer', min: 1, optional: true }),
        field('is_fragile', both('Fragile', 'Хрупкое'), { type: 'boolean' }),
      ],
    }),
    field('attributes', both('Other facts', 'Прочие свойства'), { type: 'json', optional: true }),
    field('is_listed', both('On sale', 'В продаже'), { type: 'boolean', indexed: true, default: true }),
  ],
)

const customer = entity(
  'data',
  'customer',
  { one: both('Customer', 'Покупатель'), many: both('Customers', 'Покупатели'), of: 'покупателя' },
  [
    field('email', both('Email', 'Электронная почта'), { type: 'email', unique: true }),
    field('name', both('Name', 'Имя'), { type: 'string', minLength: 1, maxLength: 200 }),
    field('password', both('Password', 'Пароль'), { type: 'secret', minLength: 10 }),
  ],
)

const order = entity(
  'data',
  'order',
  { one: both('Order', 'Заказ'), many: both('Orders', 'Заказы'), of: 'заказа' },
  [
    field('customer_id', both('Customer', 'Покупатель'), {
      type: 'reference',
      entity: 'customer',
      onDelete: 'restrict',
    }),
    field('status', both('Status', 'Статус'), {
      type: 'enum',
      values: [
        value('cart', 'In the cart', 'В корзине'),
        value('placed', 'Placed', 'Оформлен'),
        value('paid', 'Paid', 'Оплачен'),
        value('shipped', 'Shipped', 'Отправлен'),
        value('cancelled', 'Cancelled', 'Отменён'),
      ],
      indexed: true,
      default: 'cart',
    }),
    field('placed_at', both('Placed at', 'Оформлен'), { type: 'datetime', optional: true, indexed: true }),
    field('address', both('Delivery address', 'Адрес доставки'), {
      type: 'object',
      optional: true,
      fields: [
        field('city', both('City', 'Город'), { type: 'string', minLength: 1, maxLength: 100 }),
        field('street', both('Street and house', 'Улица и дом'), { type: 'string', maxLength: 200 }),
        field('postal_code', both('Postal code', 'Индекс'), { type: 'string', maxLength: 12 }),
      ],
    }),
    field('total', both('Total', 'Сумма'), { ...money, default: 0 }),
  ],
  { indexes: [{ fields: ['customer_id', 'status'] }] },
)

const orderItem = entity(
  'data',
  'order_item',
  {
    one: both('Order line', 'Строка заказа'),
    many: both('Order lines', 'Строки заказа'),
    of: 'строки заказа',
  },
  [
    field('order_id', both('Order', 'Заказ'), { type: 'reference', entity: 'order', onDelete: 'cascade' }),
    field('product_id', both('Product', 'Товар'), {
      type: 'reference',
      entity: 'product',
      onDelete: 'restrict',
    }),
    field('quantity', both('Quantity', 'Количество'), { type: 'integer', min: 1, max: 1000, default: 1 }),
    field('price', both('Price of one', 'Цена за штуку'), money),
  ],
  { indexes: [{ fields: ['order_id', 'product_id'], unique: true }] },
)

export const shopEntities = [category, product, customer, order, orderItem]
