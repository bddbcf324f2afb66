'use client'
import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import { cx } from './cx'
import { useLock } from './lock'

export interface Option<T extends string> {
  readonly value: T
  readonly label: string
}

interface SelectProps<T extends string> {
  readonly id?: string
  readonly label?: string
  readonly value: T
  readonly options: readonly Option<T>[]
  readonly onChange: (value: T) => void
  readonly className?: string
  readonly invalid?: boolean
  readonly describedBy?: string | undefined
}

/** One of several: a button that shows the choice and opens the list. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { id, label, value, options, onChange, className, invalid, describedBy } = props
  const reason = useLock()
  return (
    <Base.Root
      value={value}
      items={options}
      onValueChange={(next) => next !== null && onChange(next)}
      modal={false}
      readOnly={reason !== undefined}
    >
      <Base.Trigger
        {...(id ? { id } : {})}
        aria-label={label}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        {...(reason === undefined
          ? {}
          : { 'aria-disabled': true, 'aria-description': reason, title: reason })}
        className={cx(
          'flex h-8 min-w-0 select-none items-center justify-between gap-1 rounded-md border border-input bg-surface px-2 text-left text-ink text-sm hover:bg-hover aria-invalid:border-error aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-quiet',
          className,
        )}
      >
        <Base.Value className="truncate" />
        <Base.Icon>
          <ChevronDown className="size-3.5 text-faint" aria-hidden />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className="scroll-thin max-h-[min(60vh,420px)] min-w-[var(--anchor-width)] animate-appear overflow-y-auto rounded-lg bg-raised p-1 shadow-popup outline-none">
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  className="flex min-h-7 cursor-default select-none items-center gap-2 rounded px-2 py-1 text-ink text-sm outline-none data-highlighted:bg-hover"
                >
                  <span className="size-3.5">
                    <Base.ItemIndicator>
                      <Check className="size-3.5 text-accent" aria-hidden />
                    </Base.ItemIndicator>
                  </span>
                  <Base.ItemText>{option.label}</Base.ItemText>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
