import type { ComponentProps } from 'react'
import { cx } from './cx'

export const INPUT =
  'w-full min-w-0 rounded-md border border-input bg-surface px-2 text-ink text-sm placeholder:text-faint focus-visible:outline-offset-0 aria-invalid:border-error'

interface TextInputProps extends ComponentProps<'input'> {
  /** Names of code are monospaced and not corrected by the browser. */
  readonly code?: boolean
}

/** One line of text. */
export function TextInput({ code = false, className, ...props }: TextInputProps) {
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={!code}
      {...(code ? { autoCapitalize: 'none', autoCorrect: 'off' } : {})}
      {...props}
      className={cx(INPUT, 'h-8', code && 'font-mono text-xs', className)}
    />
  )
}

/** Several lines of text. */
export function TextArea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea rows={2} {...props} className={cx(INPUT, 'scroll-thin block py-1.5', className)} />
}
