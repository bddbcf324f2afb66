import { type PointerEvent, useRef, useState } from 'react'

interface Drag {
  readonly from: number
  /** The gap that the item would go to: before the item with this index. */
  readonly gap: number
}

/**
 * Moves the items of a list by a handle, also by touch. Nothing changes until the handle is let go; Esc gives it up.
 * `marks` says before which item a line shows where the dragged one would go.
 */
export function useDrag(onMove: (from: number, to: number) => void) {
  const list = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<Drag>()
  const gapAt = (y: number) => {
    const items = [...(list.current?.children ?? [])]
    const after = items.findIndex((item) => {
      const { top, height } = item.getBoundingClientRect()
      return y < top + height / 2
    })
    return after < 0 ? items.length : after
  }
  const end = () => {
    if (drag) {
      const to = drag.gap > drag.from ? drag.gap - 1 : drag.gap
      if (to !== drag.from) onMove(drag.from, to)
    }
    setDrag(undefined)
  }
  const handle = (index: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ from: index, gap: index })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!drag) return
      const gap = gapAt(event.clientY)
      if (gap !== drag.gap) setDrag({ ...drag, gap })
    },
    onPointerUp: end,
    onPointerCancel: () => setDrag(undefined),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Escape') setDrag(undefined)
    },
  })
  const marks = (index: number) =>
    drag !== undefined && drag.gap === index && drag.gap !== drag.from && drag.gap !== drag.from + 1
  return { list, handle, marks, dragged: drag?.from }
}
