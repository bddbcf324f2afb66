'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { cx } from './cx'
import { useScrollEdges } from './use-scroll-edges'

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
  const wayBack = useWayBack(open)
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 animate-appear" style={BACKDROP} />
        <Base.Popup
          ref={popup}
          initialFocus={() => firstIn(popup.current)}
          finalFocus={wayBack}
          className={cx(
            'fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[min(560px,calc(100vw-24px))] -translate-x-1/2 flex-col overflow-hidden rounded-xl bg-raised shadow-popup outline-none',
            className,
          )}
        >
          <div className="flex shrink-0 items-start justify-between gap-4 px-5 pt-4 pb-1">
            <Base.Title className="font-semibold text-base text-ink">{title}</Base.Title>
            <Base.Close
              aria-label={closeLabel}
              className="-mt-1 -mr-2 grid size-8 place-items-center rounded-md text-quiet hover:bg-hover hover:text-ink"
            >
              <X className="size-4" aria-hidden />
            </Base.Close>
          </div>
          <Scrolled className="px-5 pt-1 pb-5">{children}</Scrolled>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/**
 * Where the focus goes when the dialog closes: to what had it before. It is noted while the dialog opens, because a
 * field in it takes the focus before anybody else could ask.
 */
function useWayBack(open: boolean): () => HTMLElement | true {
  const before = useRef<{ open: boolean; element: Element | null }>({ open: false, element: null })
  if (open && !before.current.open) before.current.element = document.activeElement
  before.current.open = open
  return () => {
    const { element } = before.current
    return element instanceof HTMLElement && element.isConnected && element !== document.body ? element : true
  }
}

const TABBABLE = 'input, textarea, button, a[href], [tabindex="0"]'

/**
 * Where the keyboard begins in a dialog: at what it names for that (`data-first`), else at the first control of its
 * body, else at the body itself, which can be scrolled then, and never at its cross; a finger is not met with a keyboard over the dialog.
 */
function firstIn(popup: HTMLElement | null): HTMLElement | boolean {
  const body = popup?.querySelector<HTMLElement>('[data-body]')
  const named = body?.querySelector<HTMLElement>('[data-first]')
  const first = named ?? body?.querySelector<HTMLElement>(TABBABLE)
  const wouldType = first instanceof HTMLInputElement && matchMedia('(pointer: coarse)').matches
  return (wouldType ? undefined : first) ?? body ?? true
}

/** The body of a dialog: where it is longer than its room, a shadow at its edge says that there is more. */
function Scrolled({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  const [body, { above, below }] = useScrollEdges()
  return (
    <div
      data-above={above}
      data-below={below}
      className="scroll-edges relative flex min-h-0 flex-1 flex-col overflow-hidden"
    >
      <div
        ref={body}
        data-body
        // What is longer than its room is scrolled by the keyboard, too.
        tabIndex={above || below ? 0 : -1}
        className={cx('scroll-thin min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]', className)}
      >
        {children}
      </div>
    </div>
  )
}

const BACKDROP = { background: 'light-dark(rgb(20 24 33 / 0.28), rgb(0 0 0 / 0.55))' } as const

interface SheetProps extends Omit<DialogProps, 'className'> {
  readonly side: 'left' | 'right'
}

/** A panel that slides over the canvas where there is no room beside it. */
export function Sheet({ open, onClose, title, closeLabel, side, children }: SheetProps) {
  const wayBack = useWayBack(open)
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40" style={BACKDROP} />
        <Base.Popup
          ref={popup}
          initialFocus={() => firstIn(popup.current)}
          finalFocus={wayBack}
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
          <div data-body className="min-h-0 flex-1">
            {children}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
