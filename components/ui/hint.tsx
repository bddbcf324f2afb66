'use client'
import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'

export const HintProvider = Tooltip.Provider

interface HintProps {
  readonly words: ReactNode
  readonly children: ReactElement
  /** Words that are there only at times; the element stays the same. */
  readonly disabled?: boolean
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
}

/** Words that appear beside what they explain, on hover and on focus. */
export function Hint({ words, children, disabled = false, side = 'bottom' }: HintProps) {
  return (
    <Tooltip.Root disabled={disabled}>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner side={side} sideOffset={6} className="z-50">
          <Tooltip.Popup className="flex max-w-80 animate-appear items-center gap-2 rounded-md bg-raised px-2.5 py-1.5 text-ink text-xs shadow-popup">
            {words}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
