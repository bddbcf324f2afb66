import { expect, it } from 'vitest'
import { countEn, countRu } from './plural'

it('puts an English noun into the form of its number', () => {
  expect([0, 1, 2].map((count) => countEn(count, 'entity', 'entities'))).toEqual([
    '0 entities',
    '1 entity',
    '2 entities',
  ])
})

it('puts a Russian noun into the form of its number', () => {
  const say = (count: number) => countRu(count, 'ошибка', 'ошибки', 'ошибок')
  expect([1, 2, 5, 11, 12, 21, 104, 111].map(say)).toEqual([
    '1 ошибка',
    '2 ошибки',
    '5 ошибок',
    '11 ошибок',
    '12 ошибок',
    '21 ошибка',
    '104 ошибки',
    '111 ошибок',
  ])
})
