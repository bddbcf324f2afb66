'use client'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { Place } from '@/lib/topology/at'
import { ProblemCount } from './problem-count'
import { useOpenedByFocus } from './use-opened-by-focus'

interface DisclosureProps {
  readonly place: Place
  /** The properties of the place that are inside: a finding there opens it, and its count stands at the closed line. */
  readonly keys: readonly string[]
  /** Whether it is open to begin with. */
  readonly begins?: boolean
  readonly title: string
  readonly children: ReactNode
}

/** A part of a form that is closed until somebody wants it. */
export function Disclosure({ place, keys, begins = false, title, children }: DisclosureProps) {
  const [open, setOpen] = useOpenedByFocus(place, (key) => keys.includes(String(key)), begins)
  const id = useId()
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="-ml-1 flex min-h-6 w-full items-center gap-1 rounded px-0.5 text-left text-quiet text-xs hover:text-ink"
      >
        <Chevron className="size-3.5 shrink-0 text-faint" aria-hidden />
        <span className="flex-1">{title}</span>
        {!open && <ProblemCount place={place} keys={keys} />}
      </button>
      <div id={id} hidden={!open} className="mt-2">
        {open && children}
      </div>
    </div>
  )
}
