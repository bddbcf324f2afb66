import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'
import { Hint } from './hint'
import { Kbd } from './kbd'
import { EditButton } from './lock'

const LOOKS = {
  filled:
    'bg-accent-fill text-white hover:bg-accent-press aria-disabled:bg-sunken aria-disabled:text-faint aria-disabled:hover:bg-sunken',
  outline:
    'border border-edge bg-raised text-ink hover:bg-hover aria-disabled:text-faint aria-disabled:hover:bg-raised',
  quiet:
    'text-quiet hover:bg-hover hover:text-ink aria-disabled:text-faint/60 aria-disabled:hover:bg-transparent',
  danger: 'text-error hover:bg-error-soft aria-disabled:text-faint aria-disabled:hover:bg-transparent',
  soft: 'bg-accent-soft text-accent hover:bg-hover aria-disabled:bg-sunken aria-disabled:text-faint aria-disabled:hover:bg-sunken',
} as const

const SIZES = { small: 'h-7 px-2 text-xs gap-1.5', medium: 'h-8 px-3 text-sm gap-2' } as const

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: keyof typeof LOOKS
  readonly size?: keyof typeof SIZES
  /** It changes nothing, so it works where nothing may be changed, too. */
  readonly reads?: boolean
}

/** A button with words. An `aria-disabled` one keeps its focus and can say why. */
export function Button({ look = 'quiet', size = 'medium', reads = false, className, ...props }: ButtonProps) {
  const Element = reads ? 'button' : EditButton
  return (
    <Element
      type="button"
      {...props}
      className={cx(
        'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md font-medium transition-colors duration-120 aria-disabled:cursor-not-allowed',
        LOOKS[look],
        SIZES[size],
        className,
      )}
    />
  )
}

interface IconButtonProps extends Omit<ButtonProps, 'aria-label' | 'children'> {
  readonly label: string
  readonly keys?: string | undefined
  readonly children: ReactNode
}

/** A button that is only an icon: its label and key stand in the hint. */
export function IconButton({ label, keys, size = 'medium', className, children, ...props }: IconButtonProps) {
  const words = keys ? (
    <>
      {label} <Kbd>{keys}</Kbd>
    </>
  ) : (
    label
  )
  return (
    <Hint words={words}>
      <Button
        {...props}
        size={size}
        aria-label={label}
        className={cx(size === 'small' ? 'w-7 !px-0' : 'w-8 !px-0', className)}
      >
        {children}
      </Button>
    </Hint>
  )
}
