'use client'
import { useCallback } from 'react'
import { useSay } from '@/lib/text/say'
import { stepsTexts } from '@/lib/text/steps'
import { isFound, Picker, type PickerGroup } from './picker'

export interface NameOption {
  readonly value: string
  readonly name: string
  readonly detail?: string | undefined
  readonly group?: string | undefined
  /** Why it does not fit; it can be taken no more. */
  readonly reason?: string | undefined
}

interface NamePickerProps {
  readonly id?: string | undefined
  readonly label: string
  readonly invalid?: boolean
  readonly describedBy?: string | undefined
  readonly value: string
  readonly options: readonly NameOption[]
  readonly onChange: (value: string) => void
}

/** One of the things of the design by its name; what is gone stays visible as such. */
export function NamePicker({ value, options, onChange, ...control }: NamePickerProps) {
  const say = useSay()
  const chosen = options.find((option) => option.value === value)
  const groupsOf = useCallback(
    (query: string) => groupsFor(options, query, value, onChange),
    [options, value, onChange],
  )
  return (
    <Picker {...control} placeholder={say(stepsTexts.find)} groupsOf={groupsOf}>
      {chosen ? (
        <span className="font-mono">{chosen.name}</span>
      ) : (
        <span className={value === '' ? 'text-faint' : 'font-mono text-error'}>
          {value === '' ? say(stepsTexts.choose) : `${value} · ${say(stepsTexts.gone)}`}
        </span>
      )}
    </Picker>
  )
}

function groupsFor(
  options: readonly NameOption[],
  query: string,
  value: string,
  onChange: (value: string) => void,
): readonly PickerGroup[] {
  const found = options.filter(({ name, detail = '' }) => isFound(query, `${name} ${detail}`))
  const headings = [...new Set(found.map(({ group }) => group))]
  return headings.map((heading) => ({
    heading,
    items: found
      .filter(({ group }) => group === heading)
      .map((option) => ({
        key: option.value,
        label: <span className="font-mono">{option.name}</span>,
        detail: option.detail,
        reason: option.reason,
        disabled: option.reason !== undefined,
        chosen: option.value === value,
        onPick: () => onChange(option.value),
      })),
  }))
}
