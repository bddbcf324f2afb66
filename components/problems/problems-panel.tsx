'use client'
import { ChevronDown, ChevronUp, CircleCheck, Hourglass, Wrench } from 'lucide-react'
import dynamic from 'next/dynamic'
import { Button, IconButton } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { DockEdge } from '@/components/ui/dock-edge'
import { Locked } from '@/components/ui/lock'
import { fixAllSafe, safelyFixable } from '@/lib/commands/fix'
import { judgementOf } from '@/lib/commands/judgement'
import { SEVERITIES } from '@/lib/commands/problem-groups'
import type { JudgedFinding, Severity } from '@/lib/rules/rule'
import { useDocument, useTopology } from '@/lib/store/document'
import { loadFresh } from '@/lib/store/fresh-code'
import { resizeProblems, showProblems, useView } from '@/lib/store/view'
import { canvasTexts } from '@/lib/text/canvas'
import { problemTexts } from '@/lib/text/problems'
import { useSay } from '@/lib/text/say'
import { PROBLEMS_LIMITS } from './problems-limits'
import { SEVERITY_LOOKS } from './severity-look'

const ProblemList = dynamic(
  () => loadFresh(() => import('./problem-list')).then((module) => module.ProblemList),
  { ssr: false },
)

/** What the rules say about the design: one quiet line, or the whole list. */
export function ProblemsPanel() {
  const say = useSay()
  const topology = useTopology()
  const open = useView((view) => view.problemsOpen)
  const height = useView((view) => view.problemsHeight)
  const readOnly = useDocument((document) => document.readOnly)
  const { findings, notYet } = judgementOf(topology)
  const fixable = safelyFixable(findings).length
  const Chevron = open ? ChevronDown : ChevronUp
  return (
    <section
      aria-label={say(problemTexts.title)}
      className="relative shrink-0 border-line border-t bg-surface"
    >
      {open && (
        <DockEdge
          label={say(problemTexts.height)}
          height={height}
          limits={PROBLEMS_LIMITS}
          onResize={resizeProblems}
        />
      )}
      <div className="flex h-9 items-center gap-2 pr-2 pl-1.5">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => showProblems(!open)}
          className="flex h-7 min-w-0 flex-1 items-center gap-3 overflow-hidden rounded-md px-2 text-left text-xs hover:bg-hover focus-visible:outline-offset-[-2px]"
        >
          <span className="font-medium text-ink">{say(problemTexts.title)}</span>
          <Counts findings={findings} empty={topology.nodes.length === 0} waits={notYet.length > 0} />
        </button>
        {open && fixable > 0 && (
          <Locked reason={readOnly && say(readOnly)}>
            <Button look="outline" size="small" onClick={fixAllSafe}>
              <Wrench className="size-3.5" aria-hidden />
              {say(problemTexts.fixAll(fixable))}
            </Button>
          </Locked>
        )}
        <IconButton
          size="small"
          label={say(open ? problemTexts.hide : problemTexts.open)}
          onClick={() => showProblems(!open)}
        >
          <Chevron className="size-3.5" aria-hidden />
        </IconButton>
      </div>
      {open && <ProblemList />}
    </section>
  )
}

interface CountsProps {
  readonly findings: readonly JudgedFinding[]
  readonly empty: boolean
  readonly waits: boolean
}

const COUNTS = { error: canvasTexts.errors, warning: canvasTexts.warnings, info: canvasTexts.notes } as const

function Counts({ findings, empty, waits }: CountsProps) {
  const say = useSay()
  if (empty) return null
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return (
    <>
      {findings.length === 0 && (
        <span className="flex items-center gap-1.5 text-ok">
          <CircleCheck className="size-3.5" aria-hidden />
          {say(problemTexts.none)}
        </span>
      )}
      {SEVERITIES.filter((severity) => count(severity) > 0).map((severity) => {
        const { Icon, color } = SEVERITY_LOOKS[severity]
        return (
          <span key={severity} className={cx('flex items-center gap-1.5 whitespace-nowrap', color)}>
            <Icon className="size-3.5" aria-hidden />
            {say(COUNTS[severity](count(severity)))}
          </span>
        )
      })}
      {waits && (
        <span className="hidden items-center gap-1.5 truncate text-faint sm:flex">
          <Hourglass className="size-3.5" aria-hidden />
          {say(problemTexts.waits)}
        </span>
      )}
    </>
  )
}
