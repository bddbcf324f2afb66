import { isDefaultOf } from '@/lib/topology/default-value'
import type { DefaultValue, FieldType } from '@/lib/topology/model/field'
import type { Text } from '../rule'
import { text } from '../words'

/** What a default of this type must be; undefined where the given one is right. */
export function wantedDefault(type: FieldType, value: DefaultValue): Text | undefined {
  return isDefaultOf(type, value) ? undefined : WANTED[type.type]
}

const NONE = text(
  'it can have no default; remove it',
  'значения по умолчанию у него быть не может; уберите его',
)

const WANTED: Readonly<Record<FieldType['type'], Text>> = {
  string: text(
    'its default must be one line that keeps its length and its pattern',
    'значение по умолчанию должно быть строкой нужной длины, подходящей под шаблон',
  ),
  text: text(
    'its default must be a text that keeps its length and its pattern',
    'значение по умолчанию должно быть текстом нужной длины, подходящим под шаблон',
  ),
  integer: text(
    'its default must be a whole number in its range',
    'значение по умолчанию должно быть целым числом из диапазона',
  ),
  decimal: text(
    'its default must be a number in its range that fits its digits, such as 12.50',
    'значение по умолчанию должно быть числом из диапазона, которое помещается в разряды, например 12.50',
  ),
  boolean: text('its default must be true or false', 'значение по умолчанию должно быть true или false'),
  date: text(
    'its default must be "now" or a date such as 2026-03-31',
    'значение по умолчанию должно быть "now" или датой вида 2026-03-31',
  ),
  datetime: text(
    'its default must be "now" or a moment with a time zone, such as 2026-03-31T12:00:00Z',
    'значение по умолчанию должно быть "now" или моментом с часовым поясом, например 2026-03-31T12:00:00Z',
  ),
  uuid: text(
    'its default must be a UUID in lower case',
    'значение по умолчанию должно быть UUID строчными буквами',
  ),
  email: text('its default must be an email address', 'значение по умолчанию должно быть адресом почты'),
  enum: text(
    'its default must be one of its values',
    'значение по умолчанию должно быть одним из его значений',
  ),
  list: text(
    'its default must be a list of values that it may hold',
    'значение по умолчанию должно быть списком подходящих значений',
  ),
  json: NONE,
  object: NONE,
  secret: NONE,
  reference: NONE,
}
