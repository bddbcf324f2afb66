'use client'
import type { Place } from '@/lib/topology/at'
import { useStep } from '../use-place'
import { type NameOption, NamePicker } from './name-picker'
import { Slot } from './slot'

interface PickSlotProps {
  readonly place: Place
  readonly label: string
  readonly value: string
  readonly options: readonly NameOption[]
  readonly half?: boolean
  readonly hint?: string | undefined
  /** Instead of putting the choice at its place. */
  readonly onChange?: (value: string) => void
}

/** A labelled choice of something by its name. */
export function PickSlot({ place, label, value, options, half = false, hint, onChange }: PickSlotProps) {
  const step = useStep(place)
  return (
    <Slot place={place} label={label} half={half} hint={hint}>
      {(control) => <NamePicker {...control} value={value} options={options} onChange={onChange ?? step} />}
    </Slot>
  )
}
