import { expect, test } from 'vitest'
import type { Field, FieldType } from '../project'
import { sampleDefaults } from './sample-rows'

type Constant = string | readonly string[]

function field(name: string, type: FieldType, value: Constant): Field {
  const plain = { required: true, label: null, unique: false, indexed: false }
  return { name, type, ...plain, default: { default: 'constant', value } }
}

test('defaults stand as answers show them', () => {
  const moments: FieldType = { type: 'list', of: { type: 'datetime' }, minItems: 0, maxItems: null }
  const shown = sampleDefaults([
    field('price', { type: 'decimal', precision: 5, scale: 2, min: null, max: null }, '0.5'),
    field('begun', { type: 'datetime' }, '2026-03-31T12:00+03:00'),
    field('ended', { type: 'datetime' }, '2026-03-31T23:59:59.123456-01:00'),
    field('seen', moments, ['2026-03-31T12:00:00.000Z', '2026-03-31T12:00:00.1Z']),
    field('token', { type: 'uuid' }, '00000000-0000-4000-8000-00000000000A'),
  ])
  expect(shown).toEqual({
    price: '0.50',
    begun: '2026-03-31T09:00:00Z',
    ended: '2026-04-01T00:59:59.123456Z',
    seen: ['2026-03-31T12:00:00Z', '2026-03-31T12:00:00.100000Z'],
    token: '00000000-0000-4000-8000-00000000000a',
  })
})
