import { expect, test } from 'vitest'
import { PythonFloat } from '../formats/python-json'
import { Components } from '../openapi/components'
import { exactBound, valueSchema } from '../openapi/value-schema'
import type { Field, FieldType } from '../project'
import { messageSchema } from './message-schema'

function field(name: string, type: FieldType, more: Partial<Field> = {}): Field {
  return { name, type, required: true, label: null, unique: false, indexed: false, default: null, ...more }
}

const price: FieldType = { type: 'decimal', precision: 8, scale: 2, min: '0.5', max: null }

function schemaOf(...fields: readonly Field[]) {
  const origin = { part: 'message', id: 'one' } as const
  return messageSchema({
    name: 'thing.done',
    module: 'thing_done',
    className: 'ThingDone',
    type: 'event',
    fields,
    origin,
  })
}

test('a message that tells nothing has no parts', () => {
  expect(schemaOf()).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    title: 'ThingDone',
    description: 'What `thing.done` tells.',
    properties: {},
  })
})

test('what may be left out is null then, unless it has a default', () => {
  const integer: FieldType = { type: 'integer', min: '1', max: '9' }
  const schema = schemaOf(
    field('count', integer),
    field('rest', integer, { required: false }),
    field('more', integer, { default: { default: 'constant', value: 3 } }),
  )
  expect(schema.required).toEqual(['count'])
  expect(schema.properties?.rest).toMatchObject({
    anyOf: [{ type: 'integer' }, { type: 'null' }],
    default: null,
  })
  expect(schema.properties?.more).toMatchObject({ minimum: 1n, maximum: 9n, default: 3 })
})

test('objects are parts of the schema, and ignore what they do not know', () => {
  const place: FieldType = {
    type: 'object',
    className: 'ThingDonePlace',
    home: 'shared.events.thing_done',
    fields: [{ name: 'price', type: price, required: false, label: null }],
  }
  const schema = schemaOf(field('place', place))
  expect(schema.properties).toEqual({ place: { $ref: '#/$defs/ThingDonePlace' } })
  expect(schema.$defs?.ThingDonePlace).toMatchObject({ properties: { price: { default: null } } })
  expect(schema.$defs?.ThingDonePlace).not.toHaveProperty('additionalProperties')
})

test('the limits of a decimal are floats wherever they stand, parameters included', () => {
  const style = { direction: 'input', limits: true, bound: exactBound, refer: () => ({}) } as const
  expect(valueSchema(price, style, new Components())).toEqual({
    anyOf: [{ type: 'number', minimum: new PythonFloat('0.5') }, { type: 'string' }],
  })
})
