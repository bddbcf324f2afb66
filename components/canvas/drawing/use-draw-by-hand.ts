import { useReactFlow, useStoreApi } from '@xyflow/react'
import { type PointerEvent as ReactPointerEvent, useCallback } from 'react'
import { beginDrawing, endDrawing, moveDrawing, type Spot, useDrawing } from './drawing'
import { finishLink, forgetOutcome, leaveLoose } from './outcome'

/** A shorter way than this was a click. */
const CLICK = 6
/** So close to the edge of the canvas it moves along, by so much for each frame. */
const EDGE = { width: 36, step: 12 } as const

/** Pulls a link out of a dot with the mouse, a pen or a finger. */
export function useDrawByHand(id: string) {
  const { screenToFlowPosition } = useReactFlow()
  const store = useStoreApi()
  return useCallback(
    (event: ReactPointerEvent) => {
      if (event.button !== 0) return
      event.preventDefault()
      event.stopPropagation()
      forgetOutcome()
      const start = { x: event.clientX, y: event.clientY }
      const pan = (by: Spot) => void store.getState().panBy(by)
      const box = store.getState().domNode?.getBoundingClientRect() ?? new DOMRect()
      follow({ id, start, pan, box, toCanvas: screenToFlowPosition })
    },
    [id, screenToFlowPosition, store],
  )
}

interface Hand {
  readonly id: string
  readonly start: Spot
  readonly box: DOMRect
  readonly pan: (by: Spot) => void
  readonly toCanvas: (screen: Spot) => Spot
}

function follow({ id, start, box, pan, toCanvas }: Hand): void {
  const listening = new AbortController()
  let screen = start
  beginDrawing(id, 'hand', { screen, end: toCanvas(start) })
  const move = () => moveDrawing({ screen, end: toCanvas(screen), over: nodeAt(screen, id) })
  const stopPanning = panAtEdges(box, () => screen, pan, move)
  const stop = () => {
    listening.abort()
    stopPanning()
  }
  const onMove = (event: PointerEvent) => {
    screen = { x: event.clientX, y: event.clientY }
    move()
  }
  const onUp = () => {
    stop()
    if (far(start, screen)) drop(id, screen, toCanvas)
    // A click on the dot: the target is chosen by the next click, or by the keys.
    else moveDrawing({ way: 'choice' })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    stop()
    endDrawing()
  }
  const cancel = () => {
    stop()
    endDrawing()
  }
  const { signal } = listening
  addEventListener('pointermove', onMove, { signal })
  addEventListener('pointerup', onUp, { signal })
  addEventListener('pointercancel', cancel, { signal })
  addEventListener('keydown', onKey, { signal, capture: true })
}

function drop(from: string, screen: Spot, toCanvas: Hand['toCanvas']): void {
  const { over } = useDrawing.getState()
  const onCanvas = document.elementFromPoint(screen.x, screen.y)?.closest('[data-canvas]')
  endDrawing()
  if (over !== undefined) finishLink(from, over, screen)
  else if (onCanvas && nodeAt(screen) === undefined) leaveLoose({ from, screen, at: toCanvas(screen) })
}

/** The node at a place of the screen, but not the one that the link comes from. */
export function nodeAt({ x, y }: Spot, except?: string): string | undefined {
  const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('.react-flow__node-design')
  const id = element?.dataset.id
  return id === except ? undefined : id
}

function far(a: Spot, b: Spot): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) > CLICK
}

/** While the pointer stays at the edge the canvas goes on moving. */
function panAtEdges(box: DOMRect, where: () => Spot, pan: Hand['pan'], moved: () => void): () => void {
  const push = (at: number, from: number, to: number) =>
    at < from + EDGE.width ? EDGE.step : at > to - EDGE.width ? -EDGE.step : 0
  let entered = false
  const tick = () => {
    const { x, y } = where()
    const by = { x: push(x, box.left, box.right), y: push(y, box.top, box.bottom) }
    entered ||= by.x === 0 && by.y === 0
    if (entered && (by.x !== 0 || by.y !== 0)) {
      pan(by)
      moved()
    }
    frame = requestAnimationFrame(tick)
  }
  let frame = requestAnimationFrame(tick)
  return () => cancelAnimationFrame(frame)
}
