import type { ReactNode } from 'react'
import { cx } from './cx'

/** A key, printed beside what it does. */
export function Kbd({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <kbd
      className={cx(
        'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded border border-current/30 px-1 font-sans text-2xs',
        className,
      )}
    >
      {children}
    </kbd>
  )
}
