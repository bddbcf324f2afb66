import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Json, PythonFloat, pythonDecimal, toPythonJson } from './python-json'

test.each([
  ['0', '0.0'],
  ['1000', '1000.0'],
  ['-0.01', '-0.01'],
  ['99999.99', '99999.99'],
  ['0.0001', '0.0001'],
  ['0.00001', '1e-05'],
  ['0.000000125', '1.25e-07'],
  ['-9007199254740991', '-9007199254740991.0'],
  ['9999999999999998', '9999999999999998.0'],
  ['10000000000000000', '1e+16'],
  ['9223372036854775807', '9.223372036854776e+18'],
  [`1${'0'.repeat(100)}`, '1e+100'],
])('%s as a float is %s', (text, written) => {
  expect(toPythonJson(new PythonFloat(text))).toBe(written)
})

test('what no float can keep is refused', () => {
  expect(() => new PythonFloat('one')).toThrow('no float')
})

test.each([
  ['0', '0'],
  ['-12.50', '-12.50'],
  ['0.000001', '0.000001'],
  ['0.0000001', '1E-7'],
  ['-0.00000012', '-1.2E-7'],
])('%s as a decimal is %s', (text, written) => {
  expect(pythonDecimal(text)).toBe(written)
})

test('members are sorted, lists are not, and empty things stay on their line', () => {
  const value: Json = { b: [2, 1n, []], a: { é: null, '"': 'я\n\u007f' }, c: {} }
  expect(toPythonJson(value)).toBe(`{
  "a": {
    "\\"": "я\\n\u007f",
    "é": null
  },
  "b": [
    2,
    1,
    []
  ],
  "c": {}
}`)
})

test('is JSON of the same value', () => {
  const key = fc.string({ unit: 'binary' }).filter((text) => text !== '__proto__')
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.string({ unit: 'binary' }),
      fc.array(tie('tree')),
      fc.dictionary(key, tie('tree'), { noNullPrototype: true }),
    ),
  }))
  fc.assert(
    fc.property(tree, (value) => {
      expect(JSON.parse(toPythonJson(value as Json))).toEqual(value)
    }),
  )
})
