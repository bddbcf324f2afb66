import { type TouchEvent, useRef } from 'react'

/** As long as the browsers that have it take a long press, in milliseconds; and as still, in pixels. */
const LONG = 550
const STILL = 10

/**
 * A finger that stays asks for the menu, also where a drawing keeps touches for itself: the handlers hear of them on
 * their way down.
 */
export function useLongPress() {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number }>(undefined)
  const stop = () => {
    clearTimeout(press.current?.timer)
    press.current = undefined
  }
  return {
    onTouchStartCapture: (event: TouchEvent) => {
      stop()
      const touch = event.touches[0]
      if (!touch || event.touches.length > 1) return
      const { clientX, clientY } = touch
      const { target } = event
      const ask = () => {
        const init = { bubbles: true, cancelable: true, clientX, clientY }
        target.dispatchEvent(new globalThis.MouseEvent('contextmenu', init))
      }
      press.current = { timer: setTimeout(ask, LONG), x: clientX, y: clientY }
    },
    onTouchMoveCapture: ({ touches }: TouchEvent) => {
      const touch = touches[0]
      const { x = 0, y = 0 } = press.current ?? {}
      if (!touch || Math.hypot(touch.clientX - x, touch.clientY - y) > STILL) stop()
    },
    onTouchEndCapture: stop,
    onTouchCancelCapture: stop,
  }
}
