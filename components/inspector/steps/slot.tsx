'use client'
import { type ReactNode, useId, useMemo } from 'react'
import { cx } from '@/components/ui/cx'
import { fieldKey } from '@/lib/commands/focus'
import type { JudgedFinding } from '@/lib/rules/rule'
import type { Place } from '@/lib/topology/at'
import { ProblemNotes } from '../problem-notes'
import type { ControlProps } from '../row'
import { useFindings } from '../use-findings'

/** Parts inside a place that show their own problems; `all` of them, or these keys. */
export type Delegated = 'all' | readonly (string | number)[]

const NONE: Delegated = []

/** The findings about a place and everything inside it that no other control shows. */
export function useOwnFindings(place: Place, delegated: Delegated = NONE): readonly JudgedFinding[] {
  const findings = useFindings(place, true)
  const depth = place.path?.length ?? 0
  return useMemo(
    () =>
      findings.filter(({ at: [target] }) => {
        const key = target.path?.[depth]
        return key === undefined || (delegated !== 'all' && !delegated.includes(key))
      }),
    [findings, delegated, depth],
  )
}

interface SlotProps {
  readonly place: Place
  readonly label: string
  readonly hint?: string | undefined
  /** Shares its line with the next one where there is room. */
  readonly half?: boolean
  readonly delegated?: Delegated
  /** The label is said but not shown: the place of the control says it. */
  readonly quiet?: boolean
  readonly children: (control: ControlProps & { readonly label: string }) => ReactNode
}

/** A labelled control of a step, with whatever is wrong there and stands nowhere else. */
export function Slot({ place, label, hint, half = false, delegated, quiet = false, children }: SlotProps) {
  const id = useId()
  const findings = useOwnFindings(place, delegated)
  const problems = `${id}-problems`
  return (
    <div
      data-field={fieldKey(place)}
      className={cx('min-w-0', half && findings.length === 0 ? 'flex-1 basis-28' : 'basis-full')}
    >
      <label htmlFor={id} className={quiet ? 'sr-only' : 'mb-1 block text-quiet text-xs'}>
        {label}
      </label>
      {children({
        id,
        label,
        invalid: findings.some(({ severity }) => severity === 'error'),
        describedBy: findings.length > 0 ? problems : undefined,
      })}
      <ProblemNotes id={problems} findings={findings} />
      {hint && findings.length === 0 && <p className="mt-1 text-faint text-xs">{hint}</p>}
    </div>
  )
}
