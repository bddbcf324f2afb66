'use client'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'

const WIDTH = { usual: 340, least: 300, most: 640 } as const
const STEP = 16

/** A panel at the right whose width is dragged, or changed with the arrow keys; a double click resets it. */
export function Resizable({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [width, setWidth] = useState<number>(WIDTH.usual)
  const resize = (next: number) => setWidth(Math.min(WIDTH.most, Math.max(WIDTH.least, next)))
  const onPointerMove = (event: PointerEvent) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(innerWidth - event.clientX)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') resize(width + STEP)
    else if (event.key === 'ArrowRight') resize(width - STEP)
    else return
    event.preventDefault()
  }
  return (
    <div className="relative shrink-0 border-line border-l" style={{ width }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; a separator with a value can */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={width}
        aria-valuemin={WIDTH.least}
        aria-valuemax={WIDTH.most}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onDoubleClick={() => resize(WIDTH.usual)}
        onKeyDown={onKeyDown}
        className="absolute inset-y-0 -left-1 z-20 w-2 cursor-col-resize touch-none hover:bg-accent/30 focus-visible:bg-accent/30"
      />
      {children}
    </div>
  )
}
