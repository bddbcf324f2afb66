import type { ComponentProps } from 'react'
import { cx } from './cx'
import { useLock } from './lock'

export const INPUT =
  'w-full min-w-0 rounded-md border border-input bg-surface px-2 text-ink text-sm placeholder:text-faint focus-visible:outline-offset-0 aria-invalid:border-error read-only:border-line read-only:bg-sunken read-only:text-quiet'

interface TextInputProps extends ComponentProps<'input'> {
  /** Names of code are monospaced and not corrected by the browser. */
  readonly code?: boolean
}

/** One line of text. */
export function TextInput({ code = false, className, ...props }: TextInputProps) {
  const reason = useLock()
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={!code}
      {...(code ? { autoCapitalize: 'none', autoCorrect: 'off' } : {})}
      {...props}
      {...readOnly(reason)}
      className={cx(INPUT, 'h-8', code && 'font-mono text-xs', className)}
    />
  )
}

/** Several lines of text. */
export function TextArea({ className, ...props }: ComponentProps<'textarea'>) {
  const reason = useLock()
  return (
    <textarea
      rows={2}
      {...props}
      {...readOnly(reason)}
      className={cx(INPUT, 'scroll-thin block py-1.5', className)}
    />
  )
}

/** What a field is that may only be read now, and why. */
export function readOnly(reason: string | undefined) {
  return reason === undefined ? {} : { readOnly: true, 'aria-description': reason, title: reason }
}
