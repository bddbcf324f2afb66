import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import { useRef } from 'react'

/** A movement of fewer pixels is a click. */
const STILL = 4

interface Drag {
  readonly y: number
  readonly items: readonly HTMLElement[]
  to: number | undefined
}

/**
 * The handlers of a handle that is dragged to move its item in the list around it, and clicked to open what else can
 * be done. Where the item would go is drawn by an attribute of the page, so that nothing is rendered while dragging.
 */
export function useDragOrder(
  index: number,
  onMove: (from: number, to: number) => void,
  onClick: (handle: HTMLElement) => void,
) {
  const drag = useRef<Drag>(undefined)
  const moved = useRef(false)
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const list = event.currentTarget.closest('[data-order]')
    if (event.button !== 0 || !list) return
    const items = [...list.children].filter((item) => item instanceof HTMLElement)
    drag.current = { y: event.clientY, items, to: undefined }
    moved.current = false
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const now = drag.current
    if (!now || (!moved.current && Math.abs(event.clientY - now.y) < STILL)) return
    moved.current = true
    mark(now, undefined)
    now.to = placeAt(now.items, event.clientY)
    mark(now, now.to)
  }
  const end = (event: PointerEvent<HTMLElement>) => {
    const now = drag.current
    drag.current = undefined
    if (!now) return
    mark(now, undefined)
    if (event.type !== 'pointerup' || now.to === undefined) return
    // The place counts the item itself while it is still there.
    const to = now.to > index ? now.to - 1 : now.to
    if (to !== index) onMove(index, to)
  }
  return {
    onPointerDown,
    onPointerMove,
    onPointerUp: end,
    onPointerCancel: end,
    onClick: (event: MouseEvent<HTMLElement>) => {
      if (!moved.current) onClick(event.currentTarget)
    },
    onKeyDown: (_: KeyboardEvent<HTMLElement>) => {
      moved.current = false
    },
  }
}

/** Before which item a height of the screen is; their number after the last. */
function placeAt(items: readonly HTMLElement[], y: number): number {
  const index = items.findIndex((item) => {
    const { top, height } = item.getBoundingClientRect()
    return y < top + height / 2
  })
  return index < 0 ? items.length : index
}

function mark({ items, to }: Drag, place: number | undefined): void {
  if (place === undefined) {
    const last = to === undefined ? undefined : items[Math.min(to, items.length - 1)]
    last?.removeAttribute('data-drop')
  } else if (place < items.length) items[place]?.setAttribute('data-drop', 'before')
  else items.at(-1)?.setAttribute('data-drop', 'after')
}
