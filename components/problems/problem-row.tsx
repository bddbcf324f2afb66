'use client'
import { Wrench } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { applyFix } from '@/lib/commands/fix'
import { focusTarget } from '@/lib/commands/focus'
import type { JudgedFinding, Text } from '@/lib/rules/rule'
import { openSheet, useView, WIDE } from '@/lib/store/view'
import { problemTexts, severityTexts } from '@/lib/text/problems'
import { useSay } from '@/lib/text/say'
import { SEVERITY_LOOKS } from './severity-look'

interface ProblemRowProps {
  readonly finding: JudgedFinding
  /** Where it stands, for one that reads like another. */
  readonly where?: Text | undefined
}

/** One finding: choosing it goes to its field; beside it its rule and its repair. */
export function ProblemRow({ finding, where }: ProblemRowProps) {
  const say = useSay()
  const { Icon, color } = SEVERITY_LOOKS[finding.severity]
  return (
    <li className="group flex items-start gap-2 max-sm:flex-wrap rounded-md pr-1 [contain-intrinsic-size:auto_32px] [content-visibility:auto] hover:bg-hover">
      <button
        type="button"
        data-problem
        onClick={() => show(finding)}
        className="flex min-h-8 min-w-0 flex-1 items-start gap-2.5 max-sm:basis-full rounded-md px-2 py-1.5 text-left focus-visible:outline-offset-[-2px]"
      >
        <Icon className={cx('mt-0.5 size-3.5 shrink-0', color)} aria-hidden />
        <span className="sr-only">{say(severityTexts[finding.severity])}:</span>
        <span className="wrap-anywhere min-w-0 text-ink text-sm">
          {say(finding.message)}
          {where && <span className="block text-faint text-xs">{say(where)}</span>}
        </span>
      </button>
      <RuleLink rule={finding.rule} />
      {finding.fix && (
        <Button
          look="soft"
          size="small"
          className="mt-0.5 focus-visible:outline-offset-[-2px] max-sm:mb-1 max-sm:ml-8"
          onClick={() => applyFix(finding)}
          title={say(problemTexts.fix)}
        >
          <Wrench className="size-3.5" aria-hidden />
          <span className="max-w-40 truncate sm:max-w-72">{say(finding.fix.label)}</span>
        </Button>
      )}
    </li>
  )
}

/** The id of a rule, which is the way to its page. */
export function RuleLink({ rule }: { readonly rule: string }) {
  const say = useSay()
  return (
    <a
      href={`/rules/${rule}`}
      target="_blank"
      rel="noreferrer"
      title={say(problemTexts.rule)}
      className="hidden min-h-8 shrink-0 items-center rounded px-1 font-mono text-2xs text-faint hover:text-accent hover:underline focus-visible:outline-offset-[-2px] sm:flex"
    >
      {rule}
    </a>
  )
}

/** Takes the person to the field; where the inspector is a sheet it is opened first. */
function show(finding: JudgedFinding): void {
  if (!matchMedia(WIDE).matches) {
    openSheet('inspector')
    useView.setState({ problemsOpen: false })
  }
  focusTarget(finding.at[0])
}
