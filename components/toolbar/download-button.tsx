'use client'
import { Download, LoaderCircle, OctagonAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Hint } from '@/components/ui/hint'
import { Kbd } from '@/components/ui/kbd'
import { refusalToDownload, showWhatBlocks, useDownload } from '@/lib/commands/download'
import { findingKey, judgementOf } from '@/lib/commands/judgement'
import { isMac, label } from '@/lib/commands/shortcuts'
import { commandById, runCommand } from '@/lib/commands/table'
import { warmUpGenerator } from '@/lib/generator/in-worker'
import type { JudgedFinding } from '@/lib/rules/rule'
import { useTopology } from '@/lib/store/document'
import { announce, useView } from '@/lib/store/view'
import { downloadTexts } from '@/lib/text/download'
import { useSay } from '@/lib/text/say'
import type { Topology } from '@/lib/topology/model/topology'

const MOST_REASONS = 3

/** What is wrong; where nothing is, what cannot be generated yet. */
function whatBlocks(topology: Topology): readonly JudgedFinding[] {
  const { errors, notYet } = judgementOf(topology)
  return errors.length > 0 ? errors : notYet
}

/** The one filled button. While an error stands in the way it stays where it is, and says which. */
export function DownloadButton() {
  const say = useSay()
  const locale = useView((view) => view.locale)
  const blockers = useTopology(whatBlocks)
  const working = useDownload(({ state }) => state === 'working')
  const command = commandById('download')
  const [key] = command.keys
  const blocked = blockers.length > 0
  const refusal = useTopology(() => refusalToDownload()?.[locale])
  const run = () => {
    const reason = runCommand(command)
    if (!reason) return
    showWhatBlocks()
    announce([reason, ...blockers.slice(0, MOST_REASONS).map(({ message }) => message)].map(say).join('. '))
  }
  const Icon = working ? LoaderCircle : blocked ? OctagonAlert : Download
  return (
    <Hint disabled={!blocked} words={<Reasons />}>
      <Button
        look="filled"
        aria-label={say(working ? downloadTexts.working : command.title)}
        aria-disabled={blocked || working}
        aria-description={refusal}
        onClick={run}
        onPointerEnter={warmUpGenerator}
      >
        <Icon className={working ? 'size-4 animate-spin' : 'size-4'} aria-hidden />
        <span className="hidden sm:inline">{say(working ? downloadTexts.working : command.title)}</span>
        {key && (
          <span className="hidden lg:inline">
            <Kbd>{label(key, isMac())}</Kbd>
          </span>
        )}
      </Button>
    </Hint>
  )
}

function Reasons() {
  const say = useSay()
  const blockers = useTopology(whatBlocks)
  const title = refusalToDownload()
  return (
    <div>
      {title && <p className="font-medium">{say(title)}</p>}
      <ul className="mt-1 list-disc space-y-0.5 pl-4 text-quiet">
        {blockers.slice(0, MOST_REASONS).map((finding) => (
          <li key={findingKey(finding)}>{say(finding.message)}</li>
        ))}
      </ul>
      {blockers.length > MOST_REASONS && (
        <p className="mt-1 text-faint">{say(downloadTexts.blockedMore(blockers.length - MOST_REASONS))}</p>
      )}
    </div>
  )
}
