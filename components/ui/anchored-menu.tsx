'use client'
import { Menu as Base } from '@base-ui/react/menu'
import type { ReactNode } from 'react'

interface AnchoredMenuProps {
  readonly anchor: HTMLElement
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A list of things to do beside an element that is not its button, for long lists that share one menu. */
export function AnchoredMenu({ anchor, label, onClose, children }: AnchoredMenuProps) {
  return (
    <Base.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} align="start" sideOffset={4} className="z-50">
          <Base.Popup
            aria-label={label}
            finalFocus={() => anchor}
            className="min-w-48 animate-appear rounded-lg bg-raised p-1 shadow-popup outline-none"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
