'use client'
import { type ReactNode, useId } from 'react'
import { fieldKey } from '@/lib/commands/focus'
import type { Place } from '@/lib/topology/at'
import { ProblemNotes } from './problem-notes'
import { useFindings } from './use-findings'

/** What a control needs to belong to its row. */
export interface ControlProps {
  readonly id: string
  readonly invalid: boolean
  readonly describedBy: string | undefined
}

interface RowProps {
  readonly place: Place
  readonly label: string
  readonly hint?: string | undefined
  /** Beside the label rather than below it, for switches. */
  readonly inline?: boolean
  /** Whether it shares its line with another where there is room; words about a problem need the whole. */
  readonly half?: boolean
  /** Takes no more of a shared line than a short word needs. */
  readonly narrow?: boolean
  /** Shows also what is wrong deeper inside, for controls of several parts. */
  readonly deep?: boolean
  readonly children: (control: ControlProps) => ReactNode
}

/** A label, its control and what is wrong there. */
export function Row({
  place,
  label,
  hint,
  inline = false,
  half = false,
  narrow = false,
  deep = false,
  children,
}: RowProps) {
  const id = useId()
  const findings = useFindings(place, deep)
  const problems = `${id}-problems`
  const control = children({
    id,
    invalid: findings.some(({ severity }) => severity === 'error'),
    describedBy: findings.length > 0 ? problems : undefined,
  })
  return (
    <div
      data-field={fieldKey(place)}
      className={
        half && findings.length === 0
          ? narrow
            ? 'w-26 shrink-0'
            : 'min-w-0 flex-1 basis-28'
          : 'min-w-0 basis-full'
      }
    >
      <div className={inline ? 'flex min-h-8 items-center justify-between gap-3' : ''}>
        <label htmlFor={id} className={inline ? 'text-ink text-sm' : 'mb-1 block text-quiet text-xs'}>
          {label}
        </label>
        {control}
      </div>
      <ProblemNotes id={problems} findings={findings} />
      {hint && findings.length === 0 && <p className="mt-1 text-faint text-xs">{hint}</p>}
    </div>
  )
}
