import { describe, expect, it } from 'vitest'
import { firstView } from './first-view'
import type { Box } from './geometry'

const WINDOW = { width: 880, height: 800 }
const grid = (columns: number, rows: number): Box[] =>
  Array.from({ length: columns * rows }, (_, index) => ({
    x: (index % columns) * 320,
    y: Math.floor(index / columns) * 112,
    width: 224,
    height: 64,
  }))
const inView = (boxes: readonly Box[], window = WINDOW) => {
  const { x, y, zoom } = firstView(boxes, window)
  return boxes.filter(
    (box) =>
      box.x * zoom + x >= 0 &&
      box.y * zoom + y >= 0 &&
      (box.x + box.width) * zoom + x <= window.width &&
      (box.y + box.height) * zoom + y <= window.height,
  )
}

describe('the view with which a design opens', () => {
  it('shows all of a small design, and makes nothing larger than it is', () => {
    expect(firstView(grid(1, 1), WINDOW).zoom).toBe(1)
    expect(inView(grid(4, 5))).toHaveLength(20)
  })

  it('is a place to begin at where nothing is drawn', () => {
    expect(firstView([], WINDOW)).toEqual({ x: 0, y: 0, zoom: 1 })
  })

  it('never goes so far away that names cannot be read', () => {
    for (const boxes of [grid(12, 2), grid(2, 40), grid(25, 20)]) {
      expect(firstView(boxes, WINDOW).zoom).toBe(0.5)
      expect(inView(boxes).length).toBeGreaterThan(5)
    }
    expect(inView(grid(3, 1), { width: 390, height: 600 }).length).toBeGreaterThan(1)
  })

  it('shows where most of a wide design is, and else where reading begins', () => {
    const [first] = grid(12, 1)
    expect(inView(grid(12, 1))).toContainEqual(first)
    const crowd = grid(3, 6).map((box) => ({ ...box, x: box.x + 5000 }))
    expect(inView([...grid(3, 1), ...crowd])).toHaveLength(18)
  })
})
