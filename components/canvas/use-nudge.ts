import { useEffect } from 'react'
import { currentTopology, edit, settle } from '@/lib/store/document'
import { GRID, positionsOf } from '@/lib/store/placement'
import { useSelection } from '@/lib/store/selection'
import { movesOf } from './commit-moves'
import { isDrawing } from './drawing/drawing'

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** How many steps of the grid Shift makes at once. */
const LARGE = 8

/** Arrow keys move what is selected; presses in a row are one step until another key or a pause of the hand. */
export function useNudge(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = DIRECTIONS[event.key]
      if (!direction) return
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isDrawing()) return
      if (!isOnCanvas(event.target) || useSelection.getState().nodes.length === 0) return
      event.preventDefault()
      event.stopPropagation()
      nudge(direction, event.shiftKey ? GRID * LARGE : GRID)
    }
    const onKeyUp = ({ key }: KeyboardEvent) => {
      if (DIRECTIONS[key]) settle()
    }
    addEventListener('keydown', onKeyDown, { capture: true })
    addEventListener('keyup', onKeyUp)
    return () => {
      removeEventListener('keydown', onKeyDown, { capture: true })
      removeEventListener('keyup', onKeyUp)
    }
  }, [])
}

function nudge([dx, dy]: readonly [number, number], step: number): void {
  const topology = currentTopology()
  const places = positionsOf(topology)
  const notes = new Map((topology.layout?.notes ?? []).map((note) => [note.id, note]))
  const { nodes } = useSelection.getState()
  const moved = nodes.flatMap((id) => {
    const place = places.get(id) ?? notes.get(id)
    return place ? [{ id, position: { x: place.x + dx * step, y: place.y + dy * step } }] : []
  })
  const change = movesOf(moved)
  if (change) edit(change, { merge: `nudge ${nodes.join(' ')}` })
}

/** Keys of the canvas count while it, what is in it, or nothing at all, has the focus. */
export function isOnCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target === document.body) return true
  if (target.matches('input, textarea, select, [contenteditable="true"]')) return false
  return target.closest('#canvas') !== null && target.closest('[role="toolbar"], [role="dialog"]') === null
}
