import { expect, test } from 'vitest'
import { overviewFrame } from './overview-frame'

const SIZE = { width: 110, height: 60 }
const seen = { x: 0, y: 0, width: 100, height: 100 }

test('what is seen fills the picture where nothing else is drawn, with air around it', () => {
  expect(overviewFrame([], seen, SIZE)).toEqual({ x: -60, y: -10, width: 220, height: 120, unitsPerPixel: 2 })
})

test('nodes outside the window are in the picture, and the window is too', () => {
  const far = { x: 900, y: 50, width: 100, height: 20 }
  const frame = overviewFrame([far], seen, SIZE)
  expect(frame.unitsPerPixel).toBe(10)
  expect(frame.x).toBe(-50)
  expect(frame.x + frame.width).toBe(1050)
  expect(frame.y).toBeLessThan(0)
})
