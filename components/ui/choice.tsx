'use client'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useLock } from './lock'

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}

/** One of a few that stand side by side. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const reason = useLock()
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      readOnly={reason !== undefined}
      {...(reason === undefined ? {} : { 'aria-description': reason, title: reason })}
      onValueChange={(next) => onChange(next as T)}
      className="flex min-w-0 rounded-md bg-sunken p-0.5"
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          nativeButton
          render={<button type="button" />}
          className="h-6 min-w-0 max-w-56 select-none truncate rounded px-2 text-quiet text-xs hover:text-ink data-readonly:cursor-not-allowed data-readonly:text-faint data-checked:bg-raised data-checked:text-ink data-checked:shadow-card"
        >
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
