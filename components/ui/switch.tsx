'use client'
import { Switch as Base } from '@base-ui/react/switch'

interface SwitchProps {
  readonly id?: string
  readonly label?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** On or off, at once. */
export function Switch({ id, label, checked, onChange }: SwitchProps) {
  return (
    <Base.Root
      {...(id ? { id } : {})}
      aria-label={label}
      checked={checked}
      onCheckedChange={onChange}
      className="inline-flex h-5 w-9 items-center shrink-0 rounded-full bg-input transition-colors duration-120 data-checked:bg-accent-fill"
    >
      <Base.Thumb className="block size-4 translate-x-0.5 rounded-full bg-white shadow-card transition-transform duration-120 data-checked:translate-x-4.5" />
    </Base.Root>
  )
}
