import { boxesOf } from '@/lib/layout/boxes'
import { type Box, GRID, overlap } from '@/lib/layout/node-size'
import { type Note, noteSize } from '@/lib/layout/note-size'
import type { Point } from '@/lib/store/placement'
import type { Fragment } from '@/lib/topology/fragment/fragment'
import type { Topology } from '@/lib/topology/model/topology'

const STEP = GRID * 4

/** How far a fragment is moved so that its middle comes under the pointer, and never exactly onto what is there. */
export function shiftTo(topology: Topology, fragment: Fragment, at: Point): Point {
  const boxes = boxesIn(fragment)
  const { x, y, width, height } = around(boxes)
  let shift = snapped({ x: at.x - x - width / 2, y: at.y - y - height / 2 })
  const taken = new Set(obstaclesIn(topology).map(keyOf))
  while (boxes.some((box) => taken.has(keyOf({ x: box.x + shift.x, y: box.y + shift.y })))) {
    shift = { x: shift.x + STEP, y: shift.y + STEP }
  }
  return shift
}

/** How far a fragment is moved to stand below, or else beside, where it came from, on nothing that is there. */
export function shiftBeside(topology: Topology, fragment: Fragment): Point {
  const boxes = boxesIn(fragment)
  const { width, height } = around(boxes)
  const others = obstaclesIn(topology)
  const isFree = ({ x, y }: Point) =>
    boxes.every((box) => !others.some((other) => overlap({ ...box, x: box.x + x, y: box.y + y }, other)))
  for (let ring = 0; ring < 100; ring += 1) {
    const down = snapped({ x: 0, y: ring * (height + GRID * 5) })
    const across = snapped({ x: ring * (width + GRID * 12), y: 0 })
    for (const shift of [down, across]) if (isFree(shift)) return shift
  }
  return { x: STEP, y: STEP }
}

/** Where the parts of a fragment stand: its nodes and its notes. */
function boxesIn({ nodes, notes, design }: Fragment): readonly Box[] {
  const wanted = new Set(notes)
  return [
    ...boxesOf(design, nodes),
    ...notesIn(design)
      .filter(({ id }) => wanted.has(id))
      .map(boxOf),
  ]
}

/** All nodes and notes of a design. */
function obstaclesIn(topology: Topology): readonly Box[] {
  return [...boxesOf(topology), ...notesIn(topology).map(boxOf)]
}

function notesIn({ layout }: Topology): readonly Note[] {
  return layout?.notes ?? []
}

function boxOf(note: Note): Box {
  return { x: note.x, y: note.y, ...noteSize(note) }
}

function around(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}

function keyOf({ x, y }: Point): string {
  return `${x} ${y}`
}

function snapped({ x, y }: Point): Point {
  return { x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID }
}
