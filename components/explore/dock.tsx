'use client'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import { exploreTexts } from '@/lib/text/explore'
import { useSay } from '@/lib/text/say'

const LEAST = 220
/** What the canvas keeps. */
const ABOVE = 260
const STEP = 24

/** The lower part of the workspace, whose height is dragged, or changed with the arrow keys. */
export function Dock({ children }: { readonly children: ReactNode }) {
  const say = useSay()
  const [height, setHeight] = useState(() => limited(innerHeight * 0.52))
  const onPointerMove = (event: PointerEvent) => {
    const { currentTarget, clientY } = event
    if (!currentTarget.hasPointerCapture(event.pointerId)) return
    const bottom = currentTarget.parentElement?.getBoundingClientRect().bottom ?? innerHeight
    setHeight(limited(bottom - clientY))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    setHeight(limited(height + (event.key === 'ArrowUp' ? STEP : -STEP)))
    event.preventDefault()
  }
  return (
    <div className="relative shrink-0 border-line border-t" style={{ height }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; a separator with a value can */}
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
      {children}
    </div>
  )
}

function most(): number {
  return Math.max(LEAST, innerHeight - ABOVE)
}

function limited(height: number): number {
  return Math.round(Math.min(most(), Math.max(LEAST, height)))
}
