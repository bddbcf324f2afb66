'use client'
import { ContextMenu as Base } from '@base-ui/react/context-menu'
import type { MouseEvent, ReactElement, ReactNode } from 'react'
import { cx } from './cx'
import { MENU_POPUP } from './menu'
import { useLongPress } from './use-long-press'

interface ContextMenuProps {
  /** The area; it stays the same element. */
  readonly area: ReactElement
  /** What the menu opens on; false keeps it closed and leaves the browser its own. */
  readonly onOpen: (event: MouseEvent) => boolean
  readonly label: string
  readonly children: ReactNode
}

/** A menu at the pointer: by the right button, the menu key, Shift+F10, or a long press. */
export function ContextMenu({ area, onOpen, label, children }: ContextMenuProps) {
  const press = useLongPress()
  const filter = (event: MouseEvent) => {
    if (!onOpen(event)) event.stopPropagation()
  }
  return (
    <Base.Root>
      <Base.Trigger render={area} onContextMenuCapture={filter} {...press} />
      <Base.Portal>
        <Base.Positioner className="z-40">
          <Base.Popup aria-label={label} className={cx(MENU_POPUP, 'w-64')}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
