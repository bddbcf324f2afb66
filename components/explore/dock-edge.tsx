'use client'
import type { KeyboardEvent, PointerEvent } from 'react'
import { exploreTexts } from '@/lib/text/explore'
import { useSay } from '@/lib/text/say'

const LEAST = 220
/** What the canvas keeps. */
const ABOVE = 260
const STEP = 24

interface DockEdgeProps {
  readonly height: number
  readonly onResize: (height: number) => void
}

/** The height that a dock begins with: about half of the page. */
export function usualHeight(): number {
  return limited(innerHeight * 0.52)
}

/** The upper edge of a dock, by which its height is dragged, or changed with the arrow keys. */
export function DockEdge({ height, onResize }: DockEdgeProps) {
  const say = useSay()
  const onPointerMove = ({ currentTarget, clientY, pointerId }: PointerEvent) => {
    if (!currentTarget.hasPointerCapture(pointerId)) return
    const bottom = currentTarget.parentElement?.getBoundingClientRect().bottom ?? innerHeight
    onResize(limited(bottom - clientY))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    onResize(limited(height + (event.key === 'ArrowUp' ? STEP : -STEP)))
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; a separator with a value can
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label={say(exploreTexts.height)}
      aria-valuenow={Math.round(height)}
      aria-valuemin={LEAST}
      aria-valuemax={most()}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      className="absolute inset-x-0 -top-1 z-20 h-2 cursor-row-resize touch-none hover:bg-accent/30 focus-visible:bg-accent/30"
    />
  )
}

function most(): number {
  return Math.max(LEAST, innerHeight - ABOVE)
}

function limited(height: number): number {
  return Math.round(Math.min(most(), Math.max(LEAST, height)))
}
