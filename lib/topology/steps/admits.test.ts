import { expect, test } from 'vitest'
import type { FieldType } from '../model/field'
import { admits } from './admits'

const text = (maxLength?: number, pattern?: string): FieldType => ({
  type: 'string',
  ...(maxLength !== undefined && { maxLength }),
  ...(pattern !== undefined && { pattern }),
})

test.each<readonly [FieldType, FieldType, boolean]>([
  [text(10), text(10), true],
  [text(10), text(11), false],
  [text(), { type: 'text' }, false],
  [text(20, '^a$'), text(20), false],
  [text(20, '^a$'), text(20, '^a$'), true],
  [text(100), { type: 'email' }, false],
  [text(3), { type: 'enum', values: [{ name: 'open' }] }, false],
  [text(4), { type: 'enum', values: [{ name: 'open' }] }, true],
  [{ type: 'integer', max: 5 }, { type: 'integer' }, false],
  [{ type: 'integer', max: 5 }, { type: 'integer', max: 5 }, true],
  [{ type: 'integer', min: 1 }, { type: 'integer', min: 0 }, false],
  [{ type: 'decimal', precision: 8, scale: 2 }, { type: 'decimal', precision: 9, scale: 2 }, false],
  [{ type: 'decimal', precision: 9, scale: 1 }, { type: 'decimal', precision: 9, scale: 2 }, false],
  [{ type: 'decimal', precision: 9, scale: 2 }, { type: 'integer' }, false],
  [{ type: 'list', of: text(5), maxItems: 3 }, { type: 'list', of: text(5) }, false],
  [{ type: 'list', of: text(5) }, { type: 'list', of: text(6), maxItems: 3 }, false],
  [
    { type: 'object', fields: [{ name: 'town', ...text(5) }] },
    { type: 'object', fields: [{ name: 'town', ...text(9) }] },
    false,
  ],
  [{ type: 'json' }, { type: 'json' }, true],
])('%j takes every value of %j: %s', (to, from, isSo) => {
  expect(admits(to, from)).toBe(isSo)
})
