'use client'
import {
  ChevronDown,
  ChevronUp,
  CircleCheck,
  Info,
  type LucideIcon,
  OctagonAlert,
  TriangleAlert,
  Wrench,
} from 'lucide-react'
import { Button, IconButton } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { applyFix, fixAllSafe, safelyFixable } from '@/lib/commands/fix'
import { focusTarget } from '@/lib/commands/focus'
import { findingKey, judgementOf } from '@/lib/commands/judgement'
import type { JudgedFinding, Severity } from '@/lib/rules/rule'
import { useTopology } from '@/lib/store/document'
import { showProblems, useView } from '@/lib/store/view'
import { canvasTexts } from '@/lib/text/canvas'
import { problemTexts, severityGroupTexts, severityTexts } from '@/lib/text/problems'
import { useSay } from '@/lib/text/say'

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']
const LOOKS: Readonly<Record<Severity, { readonly Icon: LucideIcon; readonly color: string }>> = {
  error: { Icon: OctagonAlert, color: 'text-error' },
  warning: { Icon: TriangleAlert, color: 'text-warning' },
  info: { Icon: Info, color: 'text-info' },
}

/** What the rules say about the design: one quiet line, or the whole list. */
export function ProblemsPanel() {
  const say = useSay()
  const topology = useTopology()
  const open = useView((view) => view.problemsOpen)
  const { findings } = judgementOf(topology)
  const fixable = safelyFixable(findings).length
  const Chevron = open ? ChevronDown : ChevronUp
  return (
    <section aria-label={say(problemTexts.title)} className="shrink-0 border-line border-t bg-surface">
      <div className="flex h-9 items-center gap-2 pr-2 pl-1.5">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => showProblems(!open)}
          className="flex h-7 min-w-0 flex-1 items-center gap-3 rounded-md px-2 text-left text-xs hover:bg-hover"
        >
          <span className="font-medium text-ink">{say(problemTexts.title)}</span>
          <Counts findings={findings} empty={topology.nodes.length === 0} />
        </button>
        {open && fixable > 0 && (
          <Button look="outline" size="small" onClick={fixAllSafe}>
            <Wrench className="size-3.5" aria-hidden />
            {say(problemTexts.fixAll(fixable))}
          </Button>
        )}
        <IconButton
          size="small"
          label={say(open ? problemTexts.hide : problemTexts.open)}
          onClick={() => showProblems(!open)}
        >
          <Chevron className="size-3.5" aria-hidden />
        </IconButton>
      </div>
      {open && <ProblemList findings={findings} />}
    </section>
  )
}

function Counts({
  findings,
  empty,
}: {
  readonly findings: readonly JudgedFinding[]
  readonly empty: boolean
}) {
  const say = useSay()
  if (empty) return null
  if (findings.length === 0) {
    return (
      <span className="flex items-center gap-1.5 text-ok">
        <CircleCheck className="size-3.5" aria-hidden />
        {say(problemTexts.none)}
      </span>
    )
  }
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const words = { error: canvasTexts.errors, warning: canvasTexts.warnings, info: canvasTexts.notes }
  return SEVERITIES.filter((severity) => count(severity) > 0).map((severity) => {
    const { Icon, color } = LOOKS[severity]
    return (
      <span key={severity} className={cx('flex items-center gap-1.5 whitespace-nowrap', color)}>
        <Icon className="size-3.5" aria-hidden />
        {say(words[severity](count(severity)))}
      </span>
    )
  })
}

function ProblemList({ findings }: { readonly findings: readonly JudgedFinding[] }) {
  const say = useSay()
  if (findings.length === 0) {
    return <p className="px-4 pb-4 text-quiet text-sm">{say(problemTexts.ready)}</p>
  }
  return (
    <div className="scroll-thin max-h-[34vh] overflow-y-auto px-1.5 pb-2">
      {SEVERITIES.map((severity) => {
        const group = findings.filter((finding) => finding.severity === severity)
        if (group.length === 0) return null
        return (
          <div key={severity}>
            <h3 className="px-2 pt-1.5 pb-1 text-faint text-xs">{say(severityGroupTexts[severity])}</h3>
            <ul>
              {group.map((finding) => (
                <ProblemRow key={findingKey(finding)} finding={finding} />
              ))}
            </ul>
          </div>
        )
      })}
    </div>
  )
}

function ProblemRow({ finding }: { readonly finding: JudgedFinding }) {
  const say = useSay()
  const { Icon, color } = LOOKS[finding.severity]
  return (
    <li className="group flex items-start gap-2 rounded-md pr-1 hover:bg-hover">
      <button
        type="button"
        onClick={() => focusTarget(finding.at[0])}
        className="flex min-w-0 flex-1 items-start gap-2.5 rounded-md px-2 py-1.5 text-left"
      >
        <Icon className={cx('mt-0.5 size-3.5 shrink-0', color)} aria-hidden />
        <span className="sr-only">{say(severityTexts[finding.severity])}:</span>
        <span className="text-ink text-sm">{say(finding.message)}</span>
      </button>
      <a
        href={`/rules/${finding.rule}`}
        target="_blank"
        rel="noreferrer"
        title={say(problemTexts.rule)}
        className="mt-1.5 hidden shrink-0 rounded px-1 font-mono text-2xs text-faint hover:text-accent hover:underline sm:block"
      >
        {finding.rule}
      </a>
      {finding.fix && (
        <Button
          look="soft"
          size="small"
          className="mt-0.5"
          onClick={() => applyFix(finding)}
          title={say(problemTexts.fix)}
        >
          <Wrench className="size-3.5" aria-hidden />
          <span className="max-w-72 truncate">{say(finding.fix.label)}</span>
        </Button>
      )}
    </li>
  )
}
