import { expect, test } from 'vitest'
import { pluralName } from './naming'

test.each([
  ['loan', 'loans'],
  ['category', 'categories'],
  ['day', 'days'],
  ['box', 'boxes'],
  ['branch', 'branches'],
  ['address', 'addresses'],
  ['analysis', 'analyses'],
  ['person', 'people'],
  ['foster_child', 'foster_children'],
  ['a', 'as'],
])('many of %s are %s', (name, plural) => {
  expect(pluralName({ name })).toBe(plural)
})

test('a plural that is given is kept', () => {
  expect(pluralName({ name: 'person', plural: 'persons' })).toBe('persons')
})
