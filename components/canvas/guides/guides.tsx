import { ViewportPortal } from '@xyflow/react'
import { create } from 'zustand'
import type { Box } from '../geometry'
import { useScene } from '../scene'
import { type GuideLine, guidesFor } from './guide-lines'

const NONE: readonly GuideLine[] = []
const useGuides = create<{ readonly lines: readonly GuideLine[] }>()(() => ({ lines: NONE }))

/** Shows with what the nodes that are dragged are in one line now. */
export function showGuides(ids: readonly string[]): void {
  const moving = new Set(ids)
  const { boxes } = useScene.getState()
  const around = frameOf(ids.flatMap((id) => boxes.get(id) ?? []))
  const others = [...boxes].filter(([id]) => !moving.has(id)).map(([, box]) => box)
  const lines = around ? guidesFor(around, others) : NONE
  if (lines.length > 0 || useGuides.getState().lines.length > 0) useGuides.setState({ lines })
}

export function hideGuides(): void {
  if (useGuides.getState().lines.length > 0) useGuides.setState({ lines: NONE })
}

/** The smallest box around boxes. */
function frameOf(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** Thin lines through everything that is in one line with what is dragged. */
export function Guides() {
  const lines = useGuides((guides) => guides.lines)
  if (lines.length === 0) return null
  return (
    <ViewportPortal>
      {lines.map(({ upright, at, from, to }) => (
        <span
          key={`${upright}`}
          className="guide"
          data-testid="guide"
          style={
            upright
              ? { transform: `translate(${at}px, ${from}px)`, width: 1, height: to - from }
              : { transform: `translate(${from}px, ${at}px)`, width: to - from, height: 1 }
          }
        />
      ))}
    </ViewportPortal>
  )
}
