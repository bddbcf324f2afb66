'use client'
import { Switch as Base } from '@base-ui/react/switch'
import { useLock } from './lock'

interface SwitchProps {
  readonly id?: string
  readonly label?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** On or off, at once. */
export function Switch({ id, label, checked, onChange }: SwitchProps) {
  const reason = useLock()
  return (
    <Base.Root
      {...(id ? { id } : {})}
      aria-label={label}
      checked={checked}
      onCheckedChange={onChange}
      readOnly={reason !== undefined}
      {...(reason === undefined ? {} : { 'aria-disabled': true, 'aria-description': reason, title: reason })}
      className="inline-flex h-5 w-9 items-center shrink-0 rounded-full bg-input transition-colors duration-120 aria-disabled:cursor-not-allowed aria-disabled:opacity-50 data-checked:bg-accent-fill"
    >
      <Base.Thumb className="block size-4 translate-x-0.5 rounded-full bg-white shadow-card transition-transform duration-120 data-checked:translate-x-4.5" />
    </Base.Root>
  )
}
