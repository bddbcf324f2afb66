'use client'
import { ArrowLeft, ChevronRight } from 'lucide-react'
import { Fragment, type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from '@/components/ui/button'
import { closePart } from '@/lib/commands/focus'
import type { JudgedFinding } from '@/lib/rules/rule'
import { useView } from '@/lib/store/view'
import { inspectorTexts } from '@/lib/text/inspector'
import { useSay } from '@/lib/text/say'
import { ProblemNotes } from './problem-notes'

interface PageHeaderProps {
  /** Where the page stands, from the outside in; the first goes back there. */
  readonly trail: readonly string[]
  readonly title: string
  readonly findings: readonly JudgedFinding[]
  readonly actions?: ReactNode
}

/** The head of a page inside the inspector: the way back, where it stands, what it is. */
export function PageHeader({ trail, title, findings, actions }: PageHeaderProps) {
  const say = useSay()
  const heading = useArrival()
  const [first = '', ...rest] = trail
  return (
    <header className="px-4 pt-2.5 pb-3">
      <div className="-ml-2 flex items-center gap-0.5">
        <IconButton reads size="small" label={say(inspectorTexts.back)} keys="Esc" onClick={closePart}>
          <ArrowLeft className="size-3.5" aria-hidden />
        </IconButton>
        <nav
          aria-label={say(inspectorTexts.trail)}
          className="flex min-w-0 flex-1 items-center gap-0.5 text-faint text-xs"
        >
          <button
            type="button"
            onClick={closePart}
            className="min-h-6 min-w-0 truncate rounded px-1 font-mono hover:bg-hover hover:text-ink"
          >
            {first}
          </button>
          {rest.map((crumb) => (
            <Fragment key={crumb}>
              <ChevronRight className="size-3 shrink-0" aria-hidden />
              <span className="shrink-0 px-1">{crumb}</span>
            </Fragment>
          ))}
        </nav>
        {actions}
      </div>
      <h2
        ref={heading}
        tabIndex={-1}
        className="mt-1.5 font-mono font-semibold text-ink text-sm outline-none [overflow-wrap:anywhere]"
      >
        {title}
      </h2>
      <ProblemNotes findings={findings} />
    </header>
  )
}

/** What opened the page is gone from it: the focus goes to its heading, unless a field was asked for. */
function useArrival() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === null
    if (lost && !useView.getState().focus) heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}
