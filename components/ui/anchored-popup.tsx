'use client'
import { Popover as Base } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import { cx } from './cx'

interface AnchoredPopupProps {
  readonly anchor: HTMLElement
  readonly label: string
  readonly onClose: () => void
  readonly className?: string
  readonly children: ReactNode
}

/** A small panel beside an element that is not its button; closing gives the focus back to it. */
export function AnchoredPopup({ anchor, label, onClose, className, children }: AnchoredPopupProps) {
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={4} align="start" className="z-50">
          <Base.Popup
            aria-label={label}
            finalFocus={() => anchor}
            className={cx(
              'animate-appear overflow-hidden rounded-lg bg-raised shadow-popup outline-none',
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
