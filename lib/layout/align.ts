import { type Edit, placeNodes } from '@/lib/topology/edits'
import { boxesOf, type PlacedBox } from './boxes'

export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom'

interface Axis {
  readonly from: 'x' | 'y'
  readonly size: 'width' | 'height'
  /** Where on the box: 0 its begin, 1 its end. */
  readonly part: 0 | 0.5 | 1
}

const AXES: Readonly<Record<Edge, Axis>> = {
  left: { from: 'x', size: 'width', part: 0 },
  centre: { from: 'x', size: 'width', part: 0.5 },
  right: { from: 'x', size: 'width', part: 1 },
  top: { from: 'y', size: 'height', part: 0 },
  middle: { from: 'y', size: 'height', part: 0.5 },
  bottom: { from: 'y', size: 'height', part: 1 },
}

/** Puts nodes on one line, by an edge or their middle. A pinned one stays, and the others come to it. */
export function align(ids: readonly string[], edge: Edge): Edit {
  return (topology) => {
    const boxes = boxesOf(topology, ids)
    const axis = AXES[edge]
    const anchors = boxes.some(({ pinned }) => pinned) ? boxes.filter(({ pinned }) => pinned) : boxes
    const line = lineOf(anchors, axis)
    return moved(
      boxes.map((box) => ({ ...box, [axis.from]: Math.round(line - box[axis.size] * axis.part) })),
      boxes,
    )(topology)
  }
}

function lineOf(boxes: readonly PlacedBox[], { from, size, part }: Axis): number {
  const begin = Math.min(...boxes.map((box) => box[from]))
  const end = Math.max(...boxes.map((box) => box[from] + box[size]))
  return begin + (end - begin) * part
}

/** Puts equal gaps between nodes; the outermost ones stay. */
export function distribute(ids: readonly string[], direction: 'across' | 'down'): Edit {
  return (topology) => {
    const { from, size } = AXES[direction === 'across' ? 'left' : 'top']
    const boxes = [...boxesOf(topology, ids)].sort((a, b) => a[from] - b[from] || (a.id < b.id ? -1 : 1))
    const [first, last] = [boxes[0], boxes.at(-1)]
    if (!first || !last || boxes.length < 3) return topology
    const room = last[from] - first[from] - boxes.slice(0, -1).reduce((sum, box) => sum + box[size], 0)
    const gap = room / (boxes.length - 1)
    let at = first[from]
    const spread = boxes.map((box) => {
      const place = { ...box, [from]: Math.round(at) }
      at += box[size] + gap
      return place
    })
    return moved(spread, boxes)(topology)
  }
}

/** Sets only places that changed, and none of a pinned node. */
function moved(boxes: readonly PlacedBox[], before: readonly PlacedBox[]): Edit {
  const old = new Map(before.map((box) => [box.id, box]))
  const changed = boxes.filter(({ id, pinned, x, y }) => {
    const was = old.get(id)
    return !pinned && (was?.x !== x || was.y !== y)
  })
  if (changed.length === 0) return (topology) => topology
  return placeNodes(changed.map(({ id, x, y }) => ({ node: id, x, y })))
}
