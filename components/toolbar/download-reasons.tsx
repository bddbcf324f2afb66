'use client'
import { ArrowRight } from 'lucide-react'
import { Button } from '@/components/ui/button'

import { useReasons } from '@/lib/commands/download'
import { focusTarget } from '@/lib/commands/focus'
import { findingKey, judgementOf } from '@/lib/commands/judgement'
import type { JudgedFinding } from '@/lib/rules/rule'
import { useTopology } from '@/lib/store/document'
import { showProblems } from '@/lib/store/view'
import { downloadTexts } from '@/lib/text/download'
import { useSay } from '@/lib/text/say'

const MOST_SHOWN = 4

/** What stands in the way of the download: errors to mend, and, apart from them, what cannot be built yet. */
export function DownloadReasons() {
  const say = useSay()
  const { errors, notYet } = useTopology(judgementOf)
  const showAll = () => {
    useReasons.setState({ open: false })
    showProblems(true)
  }
  return (
    <div className="wrap-anywhere space-y-4 text-sm">
      {errors.length > 0 && (
        <section>
          <h3 className="text-error text-xs">{say(downloadTexts.blockedBy(errors.length))}</h3>
          <Findings findings={errors} />
          <Button look="outline" size="small" className="mt-2" onClick={showAll}>
            {say(downloadTexts.allProblems)}
          </Button>
        </section>
      )}
      {notYet.length > 0 && (
        <section>
          <h3 className="text-quiet text-xs">{say(downloadTexts.notYet(notYet.length))}</h3>
          <Findings findings={notYet} />
          <p className="mt-1 text-faint text-xs">{say(downloadTexts.notYetWhy)}</p>
        </section>
      )}
    </div>
  )
}

function Findings({ findings }: { readonly findings: readonly JudgedFinding[] }) {
  const say = useSay()
  const show = ({ at: [target] }: JudgedFinding) => {
    useReasons.setState({ open: false })
    focusTarget(target)
  }
  return (
    <>
      <ul className="-mx-2 mt-1">
        {findings.slice(0, MOST_SHOWN).map((finding) => (
          <li key={findingKey(finding)}>
            <button
              type="button"
              onClick={() => show(finding)}
              className="group flex min-h-8 w-full items-start gap-2 rounded px-2 py-1.5 text-left text-ink hover:bg-hover"
            >
              <span className="min-w-0 flex-1 underline decoration-edge underline-offset-3 group-hover:decoration-current">
                {say(finding.message)}
              </span>
              <ArrowRight className="mt-0.5 size-3.5 shrink-0 text-faint group-hover:text-ink" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {findings.length > MOST_SHOWN && (
        <p className="text-faint text-xs">{say(downloadTexts.blockedMore(findings.length - MOST_SHOWN))}</p>
      )}
    </>
  )
}
