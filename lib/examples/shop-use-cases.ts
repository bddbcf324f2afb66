import type { BusinessApi } from '@/lib/topology/model/service'
import { constant, input, result } from '@/lib/topology/steps/written-values'
import { both } from './parts'

type UseCase = NonNullable<BusinessApi['useCases']>[number]

/** A price goes up by a few percent, and the answer says so in words. */
export const raisePrice: UseCase = {
  id: 'raise-price',
  name: 'raise_price',
  title: both('Raise a price by three percent', 'Поднять цену на три процента'),
  method: 'POST',
  path: '/price-rises',
  input: [{ name: 'sku', label: both('Article number', 'Артикул'), type: 'string', maxLength: 40 }],
  steps: [
    { step: 'load', entity: 'product', by: 'sku', value: input('sku'), as: 'product' },
    {
      step: 'require',
      condition: {
        test: 'compare',
        operator: '=',
        left: result('product', 'is_listed'),
        right: constant(true),
      },
      error: 'not_on_sale',
      status: 409,
      text: both('It is not on sale.', 'Товар не продаётся.'),
    },
    {
      step: 'update',
      target: 'product',
      values: [
        {
          name: 'price',
          value: {
            value: 'arithmetic',
            operator: '*',
            left: result('product', 'price'),
            right: constant(1.03),
          },
        },
      ],
    },
    {
      step: 'answer',
      status: 200,
      content: {
        body: 'object',
        fields: [
          { name: 'product_id', value: result('product', 'id') },
          { name: 'price', value: result('product', 'price') },
          {
            name: 'message',
            value: {
              value: 'text',
              text: both('{title} now costs {price}.', '{title}: новая цена {price}.'),
              places: [
                { name: 'title', value: result('product', 'title') },
                { name: 'price', value: result('product', 'price') },
              ],
            },
          },
        ],
      },
    },
  ],
}

/** An order goes on its way once: what was sent is not sent again. */
export const cancelOrder: UseCase = {
  id: 'cancel-order',
  name: 'cancel_order',
  title: both('Cancel an order', 'Отменить заказ'),
  method: 'POST',
  path: '/orders/{order_id}/cancellation',
  input: [{ name: 'order_id', label: both('Order', 'Заказ'), type: 'reference', entity: 'order' }],
  steps: [
    { step: 'load', entity: 'order', by: 'id', value: input('order_id'), as: 'order' },
    {
      step: 'require',
      condition: { test: 'in', value: result('order', 'status'), among: ['cart', 'placed'] },
      error: 'order_under_way',
      status: 409,
      text: both('The order is under way already.', 'Заказ уже отправлен.'),
    },
    { step: 'update', target: 'order', values: [{ name: 'status', value: constant('cancelled') }] },
    { step: 'answer', status: 200, content: { body: 'entity', result: 'order' } },
  ],
}
