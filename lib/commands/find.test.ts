import { expect, test } from 'vitest'
import { financeLending } from '@/lib/examples/finance-lending'
import { findByName } from './find'

const { topology } = financeLending
const namesOf = (words: string) =>
  findByName(topology, words).map(({ name, of }) => [of, name].filter(Boolean).join('.'))

test('names that begin with the words come before those that hold them', () => {
  const [first] = findByName(topology, 'loan')
  expect(first).toMatchObject({ name: 'loan', sort: 'entity' })
})

test('what is called just so comes before everything that only begins so', () => {
  const message = { id: 'applied', type: 'event', name: 'loan.applied', fields: [] } as const
  const [first] = findByName({ ...topology, messages: [message] }, 'loan')
  expect(first).toMatchObject({ name: 'loan', sort: 'entity' })
})

test('fields are found with what they belong to', () => {
  expect(namesOf('birth')).toEqual(['user.birth_date'])
})

test('what stands between the words of a name makes no difference', () => {
  expect(namesOf('term MONTHS')).toEqual(namesOf('term_months'))
  expect(namesOf('term months')).toEqual(['loan.term_months'])
})

test('nothing is found by nothing', () => {
  expect(namesOf('  ')).toEqual([])
})
