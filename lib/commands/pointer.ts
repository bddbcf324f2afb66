import type { Point } from '@/lib/store/placement'
import { useView } from '@/lib/store/view'

let pointer: Point | undefined

/** Notes where the pointer is over the canvas, in pixels of the window; undefined when it is elsewhere. */
export function notePointer(place: Point | undefined): void {
  pointer = place
}

/** Where the pointer is on the canvas, in its own units. */
export function pointerOnCanvas(): Point | undefined {
  return pointer && useView.getState().canvas?.at(pointer)
}
