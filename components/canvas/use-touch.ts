import { type PointerEvent, useCallback, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether a finger is at work, which pans where a mouse draws a frame around nodes; the last press decides. */
export function useTouch() {
  const [touch, setTouch] = useState(() => matchMedia('(pointer: coarse)').matches)
  const onPointerDownCapture = useCallback(
    ({ pointerType }: PointerEvent) => {
      const now = pointerType === 'touch'
      // At once, before the gesture that begins with this press is taken for the other one.
      if (now !== touch) flushSync(() => setTouch(now))
    },
    [touch],
  )
  return { touch, onPointerDownCapture }
}
