import type { Box, Spot } from '../geometry'

/** How near a line may pass a node, in pixels. */
const AIR = 6

/** Whether a straight line touches a box, or comes nearer to it than `air`; below 0 it may go so deep into it. */
export function cuts(a: Spot, b: Spot, box: Box, air = AIR): boolean {
  let [from, to] = [0, 1]
  const within = (start: number, way: number, low: number, high: number) => {
    if (way === 0) return start > low && start < high
    const [first, second] = [(low - start) / way, (high - start) / way]
    from = Math.max(from, Math.min(first, second))
    to = Math.min(to, Math.max(first, second))
    return from < to
  }
  return (
    within(a.x, b.x - a.x, box.x - air, box.x + box.width + air) &&
    within(a.y, b.y - a.y, box.y - air, box.y + box.height + air)
  )
}

/** How many of these boxes a line through these points touches. */
export function hitsOf(line: readonly Spot[], boxes: readonly Box[], air = AIR): number {
  const frame = frameOf(line)
  let hits = 0
  for (const box of boxes) {
    const apart =
      box.x - air > frame.x + frame.width ||
      box.x + box.width + air < frame.x ||
      box.y - air > frame.y + frame.height ||
      box.y + box.height + air < frame.y
    if (!apart && isCut(line, box, air)) hits += 1
  }
  return hits
}

function isCut(line: readonly Spot[], box: Box, air: number): boolean {
  for (let index = 1; index < line.length; index += 1) {
    const [a, b] = [line[index - 1], line[index]]
    if (a && b && cuts(a, b, box, air)) return true
  }
  return false
}

/** The smallest box around points. */
export function frameOf(points: readonly Spot[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
