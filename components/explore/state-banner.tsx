'use client'
import { CircleDashed, OctagonAlert, Wrench } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Locked } from '@/components/ui/lock'
import { applyFix } from '@/lib/commands/fix'
import { focusTarget } from '@/lib/commands/focus'
import { findingKey, judgementOf } from '@/lib/commands/judgement'
import type { JudgedFinding } from '@/lib/rules/rule'
import { useDocument, useTopology } from '@/lib/store/document'
import { exploreTexts } from '@/lib/text/explore'
import { useSay } from '@/lib/text/say'
import { makeFiles, useExploration } from './exploration'
import type { Subject } from './subject'

const MOST_SHOWN = 3

/** Why the files are not those of the present design: what is wrong, or what cannot be built yet. */
export function StateBanner({ subject }: { readonly subject: Subject | undefined }) {
  const say = useSay()
  const topology = useTopology()
  const fault = useExploration((exploration) => exploration.fault)
  const { errors, notYet } = judgementOf(topology)
  if (fault && subject) return <Fault onAgain={() => void makeFiles(subject.topology, undefined)} />
  if (topology.nodes.length === 0 && !subject) {
    return <p className="px-4 py-6 text-quiet text-sm">{say(exploreTexts.empty)}</p>
  }
  if (subject?.isPresent) return null
  const older = subject && <p className="text-quiet">{say(exploreTexts.lastGood)}</p>
  if (errors.length > 0) {
    return (
      <Frame look="error">
        <p className="font-medium">{say(exploreTexts.blocked(errors.length))}</p>
        <Findings findings={errors} />
        {older}
      </Frame>
    )
  }
  return (
    <Frame look="calm">
      <p className="font-medium">{say(exploreTexts.notYet(notYet.length))}</p>
      <Findings findings={notYet} />
      {older ?? <p className="text-quiet">{say(exploreTexts.notYetEnd)}</p>}
    </Frame>
  )
}

function Frame({ look, children }: { readonly look: 'error' | 'calm'; readonly children: ReactNode }) {
  const Icon = look === 'error' ? OctagonAlert : CircleDashed
  return (
    <div
      role="status"
      className={`flex max-h-[45%] shrink-0 gap-2.5 overflow-y-auto border-line border-b px-3 py-2 text-sm ${look === 'error' ? 'bg-error-soft' : 'bg-info-soft'}`}
    >
      <Icon
        className={`mt-0.5 size-4 shrink-0 ${look === 'error' ? 'text-error' : 'text-info'}`}
        aria-hidden
      />
      <div className="min-w-0 space-y-1">{children}</div>
    </div>
  )
}

function Findings({ findings }: { readonly findings: readonly JudgedFinding[] }) {
  const say = useSay()
  const readOnly = useDocument((document) => document.readOnly)
  return (
    <ul className="space-y-0.5">
      {findings.slice(0, MOST_SHOWN).map((finding) => (
        <li key={findingKey(finding)} className="flex flex-wrap items-center gap-x-2">
          <button
            type="button"
            onClick={() => focusTarget(finding.at[0])}
            className="min-h-6 text-left underline decoration-current/40 underline-offset-2 hover:decoration-current"
          >
            {say(finding.message)}
          </button>
          {finding.fix && (
            <Locked reason={readOnly && say(readOnly)}>
              <Button look="soft" size="small" onClick={() => applyFix(finding)}>
                <Wrench className="size-3.5" aria-hidden />
                {say(finding.fix.label)}
              </Button>
            </Locked>
          )}
        </li>
      ))}
      {findings.length > MOST_SHOWN && (
        <li className="text-quiet">{say(exploreTexts.more(findings.length - MOST_SHOWN))}</li>
      )}
    </ul>
  )
}

function Fault({ onAgain }: { readonly onAgain: () => void }) {
  const say = useSay()
  const fault = useExploration((exploration) => exploration.fault)
  return (
    <Frame look="error">
      <p>{say(fault?.kind === 'stopped' ? exploreTexts.stopped : exploreTexts.failed)}</p>
      <p className="break-words font-mono text-xs">{fault?.reason}</p>
      <Button look="outline" size="small" onClick={onAgain}>
        {say(exploreTexts.again)}
      </Button>
    </Frame>
  )
}
