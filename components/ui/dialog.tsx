'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'

interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly closeLabel: string
  readonly children: ReactNode
  readonly className?: string
}

/** Something that wants an answer before anything else; Esc and the cross close it. */
export function Dialog({ open, onClose, title, closeLabel, children, className }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 animate-appear" style={BACKDROP} />
        <Base.Popup
          className={cx(
            'scroll-thin fixed top-[12vh] left-1/2 z-50 max-h-[76vh] w-[min(560px,calc(100vw-24px))] -translate-x-1/2 overflow-y-auto rounded-xl bg-raised shadow-popup outline-none',
            className,
          )}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4">
            <Base.Title className="font-semibold text-base text-ink">{title}</Base.Title>
            <Base.Close
              aria-label={closeLabel}
              className="-mt-1 -mr-2 grid size-8 place-items-center rounded-md text-quiet hover:bg-hover hover:text-ink"
            >
              <X className="size-4" aria-hidden />
            </Base.Close>
          </div>
          <div className="px-5 pt-2 pb-5">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

const BACKDROP = { background: 'light-dark(rgb(20 24 33 / 0.28), rgb(0 0 0 / 0.55))' } as const

interface SheetProps extends Omit<DialogProps, 'className'> {
  readonly side: 'left' | 'right'
}

/** A panel that slides over the canvas where there is no room beside it. */
export function Sheet({ open, onClose, title, closeLabel, side, children }: SheetProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40" style={BACKDROP} />
        <Base.Popup
          className={cx(
            'fixed inset-y-0 z-50 flex w-[min(380px,92vw)] flex-col bg-surface shadow-popup outline-none',
            side === 'left' ? 'left-0' : 'right-0',
          )}
        >
          <div className="flex h-12 shrink-0 items-center justify-between border-line border-b px-4">
            <Base.Title className="font-semibold text-sm">{title}</Base.Title>
            <Base.Close
              aria-label={closeLabel}
              className="grid size-8 place-items-center rounded-md text-quiet hover:bg-hover"
            >
              <X className="size-4" aria-hidden />
            </Base.Close>
          </div>
          <div className="min-h-0 flex-1">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
