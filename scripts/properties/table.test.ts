import { expect, test } from 'vitest'
import { examples } from '@/lib/examples/examples'
import { properties } from './registry'
import { cellOf, propertiesTable } from './table'

const [example] = examples
const property = (number: number) => {
  const found = properties.find((candidate) => candidate.number === number)
  if (!found) throw new Error(`there is no property ${number}`)
  return found
}

function cell(number: number, ...outcomes: readonly (readonly [string, boolean])[]) {
  if (!example) throw new Error('there is no example')
  const found = outcomes.map(([stage, ok]) => ({ stage, ok }))
  return cellOf(property(number), example, { designs: new Map([[example.id, found]]), unit: new Map() })
}

test('the properties are numbered without a gap', () => {
  expect(properties.map(({ number }) => number)).toEqual(properties.map((_, index) => index + 1))
  expect(properties).toHaveLength(38)
})

test('a property is shown when all of its stages passed', () => {
  expect(cell(14, ['tests', true], ['integration', true])).toBe('ok')
  expect(cell(14, ['tests', true], ['integration', false])).toBe('FAILED')
  expect(cell(14, ['tests', true])).toBe('?')
})

test('what a live run does not try is no gap, what was never live is one', () => {
  expect(cell(19, ['live stop', true])).toBe('–')
  expect(cell(19, ['tests', true])).toBe('?')
})

test('a property of what is not drawn is left out', () => {
  expect(cell(20, ['integration', true])).toBe('–')
})

test('the table has a row for each property and a column for each example', () => {
  const table = propertiesTable(examples, { designs: new Map(), unit: new Map() })
  for (const { says } of properties) expect(table).toContain(says)
  for (const { id } of examples) expect(table).toContain(`--example ${id}`)
})
