'use client'
import { type KeyboardEvent, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { limitHeight } from '@/components/ui/dock-edge'
import { Locked } from '@/components/ui/lock'
import { Select } from '@/components/ui/select'
import { findingKey, judgementOf } from '@/lib/commands/judgement'
import { GROUPINGS, type Grouping, groupProblems, SEVERITIES } from '@/lib/commands/problem-groups'
import { whereAlike } from '@/lib/commands/where'
import type { JudgedFinding, Severity } from '@/lib/rules/rule'
import { useDocument, useTopology } from '@/lib/store/document'
import { useView } from '@/lib/store/view'
import { canvasTexts } from '@/lib/text/canvas'
import { problemTexts } from '@/lib/text/problems'
import { useSay } from '@/lib/text/say'
import { ProblemRow, RuleLink } from './problem-row'
import { PROBLEMS_LIMITS } from './problems-limits'
import { SEVERITY_LOOKS } from './severity-look'

/** So few are seen at a glance, and need no grouping. */
const FEW = 3

/** All findings, in groups, of the severities chosen; last what cannot be generated yet, which is no finding. */
export function ProblemList() {
  const say = useSay()
  const topology = useTopology()
  const [grouping, setGrouping] = useState<Grouping>('severity')
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set())
  const { findings, notYet } = judgementOf(topology)
  const shown = findings.filter(({ severity }) => !hidden.has(severity))
  const groups = groupProblems(topology, shown, grouping)
  const height = useView((view) => view.problemsHeight)
  const readOnly = useDocument((document) => document.readOnly)
  const alike = whereAlike(topology, findings)
  const toggle = (severity: Severity) => setHidden((before) => withOrWithout(before, severity))
  return (
    <>
      {findings.length > FEW && (
        <div className="flex flex-wrap items-center gap-1.5 px-3.5 pb-1.5">
          <Filters findings={findings} hidden={hidden} onToggle={toggle} />
          <span className="flex-1" />
          <GroupingSelect value={grouping} onChange={setGrouping} />
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are a short cut between the buttons in it */}
      <div
        className="scroll-thin overflow-y-auto px-1.5 pb-2"
        style={{ maxHeight: limitHeight(height, PROBLEMS_LIMITS) }}
        onKeyDown={goOn}
      >
        {findings.length === 0 && notYet.length === 0 && (
          <p className="px-2.5 pb-2 text-quiet text-sm">{say(problemTexts.ready)}</p>
        )}
        {findings.length > 0 && shown.length === 0 && (
          <p className="px-2.5 pb-2 text-quiet text-sm">{say(problemTexts.noneShown)}</p>
        )}
        {groups.map(({ key, title, findings: own }) => (
          <section key={key} aria-label={say(title)}>
            <h3 className="flex gap-1.5 px-2 pt-1.5 pb-1 text-faint text-xs">
              <span className={grouping === 'place' ? 'font-mono' : ''}>{say(title)}</span>
              <span className="tabular-nums">{own.length}</span>
            </h3>
            <ul>
              <Locked reason={readOnly && say(readOnly)}>
                {own.map((finding) => (
                  <ProblemRow key={findingKey(finding)} finding={finding} where={alike.get(finding)} />
                ))}
              </Locked>
            </ul>
          </section>
        ))}
        {notYet.length > 0 && <NotYet count={notYet.length} />}
      </div>
    </>
  )
}

function NotYet({ count }: { readonly count: number }) {
  const say = useSay()
  return (
    <p className="flex items-center gap-2 px-2.5 py-1 text-faint text-xs">
      <span className="flex-1">{say(problemTexts.notYet(count))}</span>
      <RuleLink rule="not-generated-yet" />
    </p>
  )
}

interface FiltersProps {
  readonly findings: readonly JudgedFinding[]
  readonly hidden: ReadonlySet<Severity>
  readonly onToggle: (severity: Severity) => void
}

const COUNTS = { error: canvasTexts.errors, warning: canvasTexts.warnings, info: canvasTexts.notes } as const

/** One switch for each severity that there is. */
function Filters({ findings, hidden, onToggle }: FiltersProps) {
  const say = useSay()
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const there = SEVERITIES.filter((severity) => count(severity) > 0)
  if (there.length < 2) return null
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">{say(problemTexts.filter)}</legend>
      {there.map((severity) => {
        const { Icon, color } = SEVERITY_LOOKS[severity]
        return (
          <button
            key={severity}
            type="button"
            aria-pressed={!hidden.has(severity)}
            onClick={() => onToggle(severity)}
            className="flex h-7 items-center gap-1.5 rounded-md border border-line px-2 text-quiet text-xs hover:bg-hover aria-pressed:border-edge aria-pressed:bg-sunken aria-pressed:text-ink"
          >
            <Icon className={cx('size-3.5', !hidden.has(severity) && color)} aria-hidden />
            {say(COUNTS[severity](count(severity)))}
          </button>
        )
      })}
    </fieldset>
  )
}

const GROUPING_WORDS = {
  severity: problemTexts.bySeverity,
  place: problemTexts.byPlace,
  law: problemTexts.byLaw,
} as const

function GroupingSelect(props: {
  readonly value: Grouping
  readonly onChange: (grouping: Grouping) => void
}) {
  const say = useSay()
  return (
    <Select<Grouping>
      label={say(problemTexts.groupBy)}
      value={props.value}
      onChange={props.onChange}
      options={GROUPINGS.map((grouping) => ({ value: grouping, label: say(GROUPING_WORDS[grouping]) }))}
      className="!h-7 text-xs"
    />
  )
}

function withOrWithout(set: ReadonlySet<Severity>, severity: Severity): ReadonlySet<Severity> {
  const next = new Set(set)
  if (!next.delete(severity)) next.add(severity)
  return next
}

/** The arrow keys go from finding to finding, over the links and buttons between them. */
function goOn(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-problem]')]
  const row = document.activeElement?.closest('li')
  const index = all.findIndex((button) => button.closest('li') === row)
  all[Math.min(all.length - 1, Math.max(0, index + step))]?.focus()
  event.preventDefault()
}
