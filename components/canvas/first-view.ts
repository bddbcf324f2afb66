import type { Box } from './geometry'
import { frameOf } from './links/hits'

/** Below this zoom names cannot be read: a large design opens on a part of it. */
const READABLE = 0.5
/** Nothing is made larger than it is read best. */
const LARGEST = 1
/** What stays free around the drawing, as a part of the window and in pixels. */
const FREE = { part: 0.08, most: 64 } as const

interface Size {
  readonly width: number
  readonly height: number
}

/** Where the canvas stands in the window, as React Flow has it. */
export interface Viewport {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/**
 * The view with which a design opens: all of it where it can be read then, else the part around what it is `about`, or
 * the part with the most nodes; where nothing is drawn, the place at which drawing begins.
 */
export function firstView(boxes: readonly Box[], window: Size, about: readonly Box[] = []): Viewport {
  if (boxes.length === 0) return { x: 0, y: 0, zoom: LARGEST }
  const all = around(boxes)
  const free = Math.min(FREE.most, FREE.part * Math.min(window.width, window.height))
  const inner = { width: window.width - 2 * free, height: window.height - 2 * free }
  const whole = Math.min(LARGEST, inner.width / all.width, inner.height / all.height)
  const zoom = Math.max(READABLE, whole)
  const seen = { width: inner.width / zoom, height: inner.height / zoom }
  const part = whole >= READABLE ? all : about.length > 0 ? around(about) : fullest(boxes, all, seen)
  const middle = { x: part.x + part.width / 2, y: part.y + part.height / 2 }
  return { x: window.width / 2 - middle.x * zoom, y: window.height / 2 - middle.y * zoom, zoom }
}

function around(boxes: readonly Box[]): Box {
  return frameOf(
    boxes.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
  )
}

/** The part of this size with the most whole nodes; of equal ones the one where reading begins. */
function fullest(boxes: readonly Box[], all: Box, seen: Size): Box {
  const starts = (from: 'x' | 'y', size: 'width' | 'height') =>
    all[size] <= seen[size]
      ? [all[from] - (seen[size] - all[size]) / 2]
      : sample(boxes.map((box) => Math.min(box[from], all[from] + all[size] - seen[size])))
  let best: { readonly part: Box; readonly count: number } | undefined
  for (const x of starts('x', 'width')) {
    for (const y of starts('y', 'height')) {
      const part = { x, y, ...seen }
      const count = boxes.filter((box) => isIn(box, part)).length
      if (!best || count > best.count) best = { part, count }
    }
  }
  return best?.part ?? all
}

/** With more places than this to begin at, the next one differs too little. */
const MOST = 24

function sample(values: readonly number[]): readonly number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  const step = Math.max(1, sorted.length / MOST)
  return Array.from(
    { length: Math.min(MOST, sorted.length) },
    (_, index) => sorted[Math.floor(index * step)] ?? 0,
  )
}

function isIn(box: Box, part: Box): boolean {
  return (
    box.x >= part.x &&
    box.y >= part.y &&
    box.x + box.width <= part.x + part.width &&
    box.y + box.height <= part.y + part.height
  )
}
