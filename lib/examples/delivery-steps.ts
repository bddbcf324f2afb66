import type { BusinessApi } from '@/lib/topology/model/service'
import type { NamedValue, Value } from '@/lib/topology/model/value'
import type { Handler } from '@/lib/topology/steps/step-lists'
import { constant, input, result } from '@/lib/topology/steps/written-values'
import { both } from './parts'

type UseCase = NonNullable<BusinessApi['useCases']>[number]

const given = (name: string, value: Value): NamedValue => ({ name, value })
const message = (name: string): Value => ({ value: 'message', path: [name] })

/** The way is measured by a map, and the price follows from it by a rule of one's own. */
export const requestDelivery: UseCase = {
  id: 'request-delivery',
  name: 'request_delivery',
  title: both('Send a parcel', 'Отправить посылку'),
  method: 'POST',
  path: '/deliveries',
  input: [
    { name: 'pick_up_at', label: both('From', 'Откуда'), type: 'string', minLength: 3, maxLength: 300 },
    { name: 'bring_to', label: both('To', 'Куда'), type: 'string', minLength: 3, maxLength: 300 },
    {
      name: 'recipient_phone',
      label: both('Phone of the recipient', 'Телефон получателя'),
      type: 'string',
      maxLength: 16,
      pattern: '^\\+[0-9]{7,15}$',
    },
    { name: 'grams', label: both('Weight, g', 'Вес, г'), type: 'integer', min: 1, max: 30_000 },
  ],
  steps: [
    {
      step: 'call',
      target: 'maps',
      operation: 'measure_way',
      values: [given('start', input('pick_up_at')), given('finish', input('bring_to'))],
      as: 'way',
    },
    {
      step: 'require',
      condition: {
        test: 'compare',
        operator: '<=',
        left: result('way', 'metres'),
        right: constant(100_000),
      },
      error: 'too_far',
      status: 422,
      text: both('We carry parcels up to 100 km.', 'Мы возим посылки не дальше 100 км.'),
    },
    {
      step: 'decide',
      rule: 'delivery_price',
      inputs: [given('metres', result('way', 'metres')), given('grams', input('grams'))],
      result: { type: 'decimal', precision: 10, scale: 2 },
      rows: [
        {
          when: { test: 'compare', operator: '>', left: input('grams'), right: constant(10_000) },
          result: 900,
        },
        {
          when: { test: 'compare', operator: '<=', left: input('metres'), right: constant(5000) },
          result: 250,
        },
      ],
      otherwise: 490,
      as: 'price',
    },
    {
      step: 'create',
      entity: 'parcel',
      values: [
        given('pick_up_at', input('pick_up_at')),
        given('bring_to', input('bring_to')),
        given('recipient_phone', input('recipient_phone')),
        given('grams', input('grams')),
        given('metres', result('way', 'metres')),
        given('price', result('price')),
      ],
      as: 'parcel',
    },
    { step: 'publish', message: 'requested', values: [given('parcel_id', result('parcel', 'id'))] },
    { step: 'answer', status: 201, content: { body: 'entity', result: 'parcel' } },
  ],
}

/** A parcel that waits gets a courier from the system that knows them. */
export const assignCourier: Handler = {
  id: 'assign-courier',
  message: 'requested',
  steps: [
    { step: 'load', entity: 'parcel', by: 'id', value: message('parcel_id'), as: 'parcel' },
    {
      step: 'require',
      condition: {
        test: 'compare',
        operator: '=',
        left: result('parcel', 'status'),
        right: constant('requested'),
      },
      error: 'already_assigned',
      text: both('A courier is on the way already.', 'Курьер уже назначен.'),
      otherwise: 'stop',
    },
    {
      step: 'call',
      target: 'couriers',
      operation: 'assign_courier',
      values: [given('order_id', result('parcel', 'id')), given('place', result('parcel', 'pick_up_at'))],
      as: 'found',
    },
    {
      step: 'update',
      target: 'parcel',
      values: [given('status', constant('assigned')), given('courier', result('found', 'courier'))],
    },
    {
      step: 'publish',
      message: 'assigned',
      values: [given('parcel_id', result('parcel', 'id')), given('courier', result('found', 'courier'))],
    },
  ],
}

/** The recipient is told who comes; a gateway that is away holds nobody up. */
export const tellRecipient: Handler = {
  id: 'tell-recipient',
  message: 'assigned',
  steps: [
    { step: 'load', entity: 'parcel', by: 'id', value: message('parcel_id'), as: 'parcel' },
    {
      step: 'call',
      target: 'sms',
      operation: 'send_text',
      values: [
        given('phone', result('parcel', 'recipient_phone')),
        given('text', {
          value: 'text',
          text: both('{courier} brings your parcel.', 'Вашу посылку везёт {courier}.'),
          places: [given('courier', message('courier'))],
        }),
      ],
    },
  ],
}
