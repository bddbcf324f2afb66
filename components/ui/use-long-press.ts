import { type TouchEvent, useEffect, useRef } from 'react'

/** As long as the browsers that have it take a long press, in milliseconds; and as still, in pixels. */
const LONG = 550
const STILL = 10
/** So long after the finger is lifted the browser may still invent a mouse for it, in milliseconds. */
const ECHO = 500

/** What a browser makes of a finger that is lifted after a long press: a right click where the menu just opened. */
const INVENTED = ['pointerdown', 'mousedown', 'mouseup', 'click', 'contextmenu'] as const

/**
 * A finger that stays asks for the menu, also where a drawing keeps touches for itself: the handlers hear of them on
 * their way down. The menu stays when the finger is lifted, and what lies below is not dragged along.
 */
export function useLongPress() {
  const press = useRef<Press>(undefined)
  const stop = () => {
    press.current?.end()
    press.current = undefined
  }
  useEffect(() => () => press.current?.forget(), [])
  return {
    onTouchStartCapture: (event: TouchEvent) => {
      press.current?.forget()
      press.current = event.touches.length === 1 ? beginPress(event) : undefined
    },
    onTouchMoveCapture: (event: TouchEvent) => {
      const touch = event.touches[0]
      if (press.current?.asked()) event.stopPropagation()
      else if (!touch || press.current?.isFar(touch)) stop()
    },
    onTouchEndCapture: stop,
    onTouchCancelCapture: stop,
  }
}

interface Place {
  readonly clientX: number
  readonly clientY: number
}

interface Press {
  /** Whether the menu has been asked for. */
  readonly asked: () => boolean
  readonly isFar: (place: Place) => boolean
  /** The finger is lifted. */
  readonly end: () => void
  /** Another press begins, or the page goes. */
  readonly forget: () => void
}

function beginPress({ touches, target }: TouchEvent): Press {
  const { clientX = 0, clientY = 0 } = touches[0] ?? {}
  let hear: (() => void) | undefined
  let echo: ReturnType<typeof setTimeout>
  const ask = () => {
    const init = { bubbles: true, cancelable: true, clientX, clientY }
    target.dispatchEvent(new globalThis.MouseEvent('contextmenu', init))
    hear = deafen()
  }
  const timer = setTimeout(ask, LONG)
  const forget = () => {
    clearTimeout(timer)
    clearTimeout(echo)
    hear?.()
  }
  return {
    asked: () => hear !== undefined,
    isFar: (place) => Math.hypot(place.clientX - clientX, place.clientY - clientY) > STILL,
    end: () => {
      clearTimeout(timer)
      if (hear) echo = setTimeout(forget, ECHO)
    },
    forget,
  }
}

/** Nobody hears the invented mouse until the answer is called, or a finger touches anything again. */
function deafen(): () => void {
  const listening = new AbortController()
  const options = { capture: true, signal: listening.signal }
  for (const type of INVENTED) addEventListener(type, swallow, options)
  addEventListener('touchstart', () => listening.abort(), options)
  return () => listening.abort()
}

function swallow(event: Event): void {
  if (event instanceof PointerEvent && event.type === 'pointerdown' && event.pointerType === 'touch') return
  event.stopImmediatePropagation()
  event.preventDefault()
}
