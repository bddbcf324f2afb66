'use client'
import { OctagonAlert, TriangleAlert } from 'lucide-react'
import { canvasTexts } from '@/lib/text/canvas'
import { useSay } from '@/lib/text/say'
import type { Place } from '@/lib/topology/at'
import { useFindings } from './use-findings'

interface ProblemCountProps {
  readonly place: Place
  /** Only what is inside these properties of the place. */
  readonly keys?: readonly string[]
}

/** How many problems are inside something that is closed; nothing where there are none. */
export function ProblemCount({ place, keys }: ProblemCountProps) {
  const say = useSay()
  const depth = place.path?.length ?? 0
  const findings = useFindings(place, true).filter(
    ({ severity, at: [{ path = [] }] }) =>
      severity !== 'info' && (keys === undefined || keys.includes(String(path[depth]))),
  )
  if (findings.length === 0) return null
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const Icon = errors > 0 ? OctagonAlert : TriangleAlert
  const count = errors > 0 ? errors : findings.length
  const words = say(errors > 0 ? canvasTexts.errors(count) : canvasTexts.warnings(count))
  return (
    <span
      className={`flex shrink-0 items-center gap-1 text-2xs tabular-nums ${errors > 0 ? 'text-error' : 'text-warning'}`}
      title={words}
    >
      <Icon className="size-3.5" aria-hidden />
      <span aria-hidden>{count > 1 ? count : ''}</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
