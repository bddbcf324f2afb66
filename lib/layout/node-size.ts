import { kindOf } from '@/lib/catalog/catalog'
import type { Node } from '@/lib/topology/model/node'

/** Everything stands on this grid. */
export const GRID = 8

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Box extends Size {
  readonly x: number
  readonly y: number
}

const CARD: Size = { width: 224, height: 64 }
const DRUM: Size = { width: 144, height: 64 }

/** The room that a node takes on the canvas, in its units. */
export function sizeOf(node: Node): Size {
  return kindOf(node).shape === 'drum' ? DRUM : CARD
}

/** Do two boxes touch, with the air that belongs around them? */
export function overlap(a: Box, b: Box, air = GRID * 2): boolean {
  return (
    a.x < b.x + b.width + air &&
    b.x < a.x + a.width + air &&
    a.y < b.y + b.height + air &&
    b.y < a.y + a.height + air
  )
}
