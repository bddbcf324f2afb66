'use client'
import { Info, OctagonAlert, TriangleAlert, Wrench } from 'lucide-react'
import { cx } from '@/components/ui/cx'
import { EditButton } from '@/components/ui/lock'
import { findAgain } from '@/lib/commands/findings-at'
import { applyFix } from '@/lib/commands/fix'
import { findingKey } from '@/lib/commands/judgement'
import type { JudgedFinding } from '@/lib/rules/rule'
import { currentTopology } from '@/lib/store/document'
import { useSay } from '@/lib/text/say'

const LOOKS = {
  error: { Icon: OctagonAlert, color: 'text-error' },
  warning: { Icon: TriangleAlert, color: 'text-warning' },
  info: { Icon: Info, color: 'text-info' },
} as const

interface ProblemNotesProps {
  readonly id?: string
  readonly findings: readonly JudgedFinding[]
}

/** What the rules say about a field, at the field, with the repair. */
export function ProblemNotes({ id, findings }: ProblemNotesProps) {
  const say = useSay()
  if (findings.length === 0) return null
  return (
    <ul id={id} className="mt-1 space-y-1">
      {findings.map((finding) => {
        const { Icon, color } = LOOKS[finding.severity]
        return (
          <li key={findingKey(finding)} className="flex items-start gap-1.5 text-xs">
            <Icon className={cx('mt-0.5 size-3 shrink-0', color)} aria-hidden />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <span className={color}>{say(finding.message)}</span>{' '}
              <a
                href={`/rules/${finding.rule}`}
                target="_blank"
                rel="noreferrer"
                className="font-mono text-2xs text-faint hover:underline"
              >
                {finding.rule}
              </a>
              {finding.fix && (
                <EditButton
                  type="button"
                  onClick={() => repair(finding)}
                  className="flex min-h-6 items-center gap-1 rounded text-left font-medium text-accent hover:underline aria-disabled:cursor-not-allowed aria-disabled:text-faint aria-disabled:no-underline"
                >
                  <Wrench className="size-3 shrink-0" aria-hidden />
                  {say(finding.fix.label)}
                </EditButton>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Repairs what the finding is about as the design stands now, which may have changed since it was drawn. */
function repair(finding: JudgedFinding): void {
  const now = findAgain(currentTopology(), finding)
  if (now) applyFix(now)
}
