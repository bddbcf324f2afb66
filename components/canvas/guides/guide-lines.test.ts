import { expect, test } from 'vitest'
import { guidesFor } from './guide-lines'

const box = (x: number, y: number, width = 224) => ({ x, y, width, height: 64 })

test('a box under another one with the same left edge is in one line with it', () => {
  expect(guidesFor(box(0, 200), [box(0, 0)])).toEqual([{ upright: true, at: 112, from: -16, to: 280 }])
})

test('a drum is in one line with a card by its middle', () => {
  expect(guidesFor(box(40, 200, 144), [box(0, 0)])).toEqual([{ upright: true, at: 112, from: -16, to: 280 }])
})

test('of several in one line the nearest counts, once for each direction', () => {
  const lines = guidesFor(box(320, 160), [box(320, 0), box(320, -800), box(0, 160), box(900, 900)])
  expect(lines).toEqual([
    { upright: true, at: 432, from: -16, to: 240 },
    { upright: false, at: 192, from: -16, to: 560 },
  ])
})

test('what is not in one line with anything has no guides', () => {
  expect(guidesFor(box(8, 8), [box(320, 160)])).toEqual([])
})
