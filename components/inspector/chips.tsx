'use client'
import { cx } from '@/components/ui/cx'
import { EditButton } from '@/components/ui/lock'

interface ChipsProps {
  readonly label: string
  readonly describedBy?: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string; readonly on: boolean }[]
  readonly onToggle: (value: string) => void
}

/** Words in a row, each of which is on or off. */
export function Chips({ label, describedBy, options, onToggle }: ChipsProps) {
  return (
    <fieldset aria-label={label} aria-describedby={describedBy} className="flex flex-wrap gap-1">
      {options.map((option) => (
        <EditButton
          key={option.value}
          type="button"
          aria-pressed={option.on}
          onClick={() => onToggle(option.value)}
          className={cx(
            'h-6 rounded px-1.5 text-2xs ring-1',
            option.on
              ? 'bg-accent-soft text-accent ring-accent/40'
              : 'text-faint ring-edge hover:bg-hover hover:text-ink',
          )}
        >
          {option.label}
        </EditButton>
      ))}
    </fieldset>
  )
}
