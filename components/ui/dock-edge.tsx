'use client'
import type { KeyboardEvent, PointerEvent } from 'react'

const STEP = 24

export interface DockLimits {
  /** The smallest height, in pixels. */
  readonly least: number
  /** What the page above keeps, in pixels. */
  readonly above: number
}

interface DockEdgeProps {
  readonly label: string
  readonly height: number
  readonly limits: DockLimits
  readonly onResize: (height: number) => void
}

/** The upper edge of a panel at the foot, by which its height is dragged, or changed with the arrow keys. */
export function DockEdge({ label, height, limits, onResize }: DockEdgeProps) {
  const onPointerMove = ({ currentTarget, clientY, pointerId }: PointerEvent) => {
    if (!currentTarget.hasPointerCapture(pointerId)) return
    const bottom = currentTarget.parentElement?.getBoundingClientRect().bottom ?? innerHeight
    onResize(limitHeight(bottom - clientY, limits))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    onResize(limitHeight(height + (event.key === 'ArrowUp' ? STEP : -STEP), limits))
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; a separator with a value can
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label={label}
      aria-valuenow={Math.round(height)}
      aria-valuemin={limits.least}
      aria-valuemax={most(limits)}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      className="absolute inset-x-0 -top-1 z-20 h-2 cursor-row-resize touch-none hover:bg-accent/30 focus-visible:bg-accent/30"
    />
  )
}

/** A height between the least and what the window leaves. */
export function limitHeight(height: number, limits: DockLimits): number {
  return Math.round(Math.min(most(limits), Math.max(limits.least, height)))
}

function most({ least, above }: DockLimits): number {
  return Math.max(least, innerHeight - above)
}
