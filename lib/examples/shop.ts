import { cards } from './cards'
import { both, type Example, places } from './parts'
import { shopEntities } from './shop-entities'
import { cancelOrder, raisePrice } from './shop-use-cases'

export const shop: Example = {
  ...cards.shop,
  topology: {
    topoforge: 1,
    project: {
      name: 'shop',
      context: 'shop',
      title: both('Online shop', 'Интернет-магазин'),
      description: both('Catalogue, orders and stock.', 'Каталог, заказы и остатки.'),
      locale: 'en',
    },
    nodes: [
      {
        id: 'catalog',
        type: 'service',
        kind: 'business_api',
        domain: 'catalog',
        label: both('Storefront', 'Витрина'),
        description: both('Shows what is on sale.', 'Показывает, что продаётся.'),
        port: 8000,
        resources: [
          { entity: 'category', operations: ['read', 'list'] },
          { entity: 'product', operations: ['read', 'list'] },
        ],
      },
      {
        id: 'ordering',
        type: 'service',
        kind: 'business_api',
        domain: 'ordering',
        label: both('Ordering', 'Оформление заказов'),
        description: both('Customers and their orders.', 'Покупатели и их заказы.'),
        port: 8003,
        resources: [
          { entity: 'customer', operations: ['create', 'read', 'update'] },
          { entity: 'order' },
          { entity: 'order_item' },
        ],
        useCases: [cancelOrder],
      },
      {
        id: 'warehouse',
        type: 'service',
        kind: 'business_api',
        domain: 'warehouse',
        label: both('Warehouse', 'Склад'),
        description: both('The assortment and its stock.', 'Ассортимент и остатки.'),
        port: 8004,
        resources: [{ entity: 'category' }, { entity: 'product' }],
        useCases: [raisePrice],
      },
      {
        id: 'data',
        type: 'service',
        kind: 'postgres_data_api',
        domain: 'trade',
        label: both('Goods and orders', 'Товары и заказы'),
      },
      { id: 'database', type: 'database', engine: 'postgres' },
    ],
    links: [
      { id: 'link', type: 'calls', from: 'catalog', to: 'data', access: 'read' },
      { id: 'link-2', type: 'calls', from: 'ordering', to: 'data' },
      { id: 'link-3', type: 'calls', from: 'warehouse', to: 'data' },
      { id: 'link-4', type: 'stores', from: 'data', to: 'database' },
    ],
    entities: shopEntities,
    messages: [],
    layout: places({ catalog: [0, 0], ordering: [0, 1], warehouse: [0, 2], data: [1, 1], database: [2, 1] }),
  },
}
